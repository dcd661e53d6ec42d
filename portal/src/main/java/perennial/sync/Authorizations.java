package perennial.sync;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import perennial.zoom.AccessCheck;
import perennial.zoom.ZoomException;

/** "Check connection": asks Zoom, and keeps the answer as the connection's Authorization Status. */
@Service
public class Authorizations {
    private final ZoomAccounts accounts;
    private final ConnectionRows rows;
    private final Clock clock;

    Authorizations(ZoomAccounts accounts, ConnectionRows rows, Clock clock) {
        this.accounts = accounts;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Asks Zoom now.
     *
     * @throws ZoomException.Wait if Zoom wants to be asked later; the status stays as it was
     * @throws ZoomException.TryAgain if Zoom cannot be asked just now; the status stays as it was
     */
    public Authorization check(Connection connection) {
        var found = toAuthorization(accounts.of(connection).check());
        rows.authorization(connection.id(), found);
        return found;
    }

    /** Notes that Zoom has stopped letting us in. */
    void lost(ConnectionId connection, ZoomException.AskPerson why) {
        if (why instanceof ZoomException.MissingScope scope) {
            save(connection, Authorization.Status.MISSING_SCOPES, why.getMessage(), scope.scopes());
        } else if (why instanceof ZoomException.Refused) {
            save(connection, Authorization.Status.REFUSED, why.getMessage(), List.of());
        }
    }

    private void save(ConnectionId connection, Authorization.Status status, String reason, List<String> scopes) {
        var cloud = Authorization.CloudRecording.NOT_CHECKABLE;
        rows.authorization(connection, new Authorization(status, reason, scopes, cloud, clock.instant()));
    }

    private Authorization toAuthorization(AccessCheck check) {
        var now = clock.instant();
        return switch (check) {
            case AccessCheck.Refused refused ->
                new Authorization(
                        Authorization.Status.REFUSED,
                        refused.reason(),
                        List.of(),
                        Authorization.CloudRecording.NOT_CHECKABLE,
                        now);
            case AccessCheck.Accepted accepted -> {
                var cloud = Word.parse(Authorization.CloudRecording.class, Word.of(accepted.cloudRecording()));
                var missing = accepted.missingScopes();
                yield missing.isEmpty()
                        ? new Authorization(Authorization.Status.AUTHORIZED, "", List.of(), cloud, now)
                        : new Authorization(
                                Authorization.Status.MISSING_SCOPES, missingSentence(missing), missing, cloud, now);
            }
        };
    }

    static String missingSentence(List<String> scopes) {
        return "The app at Zoom lacks %s: %s. Tick it there and activate the app again."
                .formatted(scopes.size() == 1 ? "a scope" : "scopes", String.join(", ", scopes));
    }
}
