package perennial.zoom;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Looks whether a connection can do its work. Scopes are those that came with a new token; where none came, cheap
 * calls show what is missing.
 */
final class ConnectionCheck {
    /** No meeting has it; whether one may ask about it shows all the same. */
    private static final String NOBODYS_UUID = "AAAAAAAAAAAAAAAAAAAAAA==";

    private static final int LICENSED = 2;

    private final ZoomAccount account;
    private final Api api;
    private final Tokens tokens;
    private final InstantSource clock;

    ConnectionCheck(ZoomAccount account, Api api, Tokens tokens, InstantSource clock) {
        this.account = account;
        this.api = api;
        this.tokens = tokens;
        this.clock = clock;
    }

    AccessCheck run(Collection<Ability> needed) {
        try {
            var scopes = tokens.fresh().scopes();
            var missing = new LinkedHashSet<String>();
            var user = someUser(missing);
            if (scopes.isEmpty()) {
                user.ifPresent(id -> probeListing(id, missing));
                probe(missing, () -> account.recording(NOBODYS_UUID));
            } else {
                var untold = needed.stream()
                        .filter(ability -> !ability.givenBy(scopes))
                        .toList();
                if (!untold.isEmpty()) missing.clear(); // the same gap in another style's words
                untold.forEach(ability -> missing.add(ability.missingFrom(scopes)));
            }
            return new AccessCheck.Accepted(
                    List.copyOf(missing),
                    user.map(this::cloudRecording).orElse(AccessCheck.CloudRecording.NOT_CHECKABLE));
        } catch (ZoomException.Refused e) {
            return new AccessCheck.Refused(e.reason());
        } catch (ZoomException.Forbidden e) {
            return new AccessCheck.Refused(e.getMessage());
        }
    }

    /** A licensed one if there is any on the first page, for only those record into the cloud. */
    private Optional<String> someUser(Set<String> missing) {
        try {
            var page = api.list("checking the connection", "/users", Map.of("page_size", "30"), "users");
            var users = StreamSupport.stream(page.path("users").spliterator(), false)
                    .filter(user -> !Fields.text(user, "id").isBlank())
                    .toList();
            return users.stream()
                    .filter(user -> Fields.smallNumber(user, "type") == LICENSED)
                    .findFirst()
                    .or(() -> users.stream().findFirst())
                    .map(user -> Fields.text(user, "id"));
        } catch (ZoomException.MissingScope e) {
            missing.add(toTick(e));
            return Optional.empty();
        }
    }

    private void probeListing(String userId, Set<String> missing) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        probe(missing, () -> account.recordings(userId, today, today, null));
    }

    private static void probe(Set<String> missing, Runnable call) {
        try {
            call.run();
        } catch (ZoomException.MissingScope e) {
            missing.add(toTick(e));
        } catch (ZoomException.NotFound | ZoomException.Unreadable e) {
            // Whether it exists is not the question; that Zoom looked for it answers the one we have.
        }
    }

    private static String toTick(ZoomException.MissingScope missing) {
        return missing.scopes().stream()
                .filter(scope -> scope.endsWith(":admin"))
                .findFirst()
                .or(() -> missing.scopes().stream().findFirst())
                .orElse("(Zoom does not say which)");
    }

    private AccessCheck.CloudRecording cloudRecording(String userId) {
        try {
            var path = "/users/" + UuidPath.segment(userId) + "/settings";
            var on = api.get("checking the connection", path, Map.of(), "recording")
                    .path("recording")
                    .path("cloud_recording");
            return asSwitch(on);
        } catch (ZoomException.AskPerson | ZoomException.GiveUp | ZoomException.Unreadable e) {
            return AccessCheck.CloudRecording.NOT_CHECKABLE;
        }
    }

    private static AccessCheck.CloudRecording asSwitch(JsonNode value) {
        if (!value.isBoolean()) return AccessCheck.CloudRecording.NOT_CHECKABLE;
        return value.asBoolean() ? AccessCheck.CloudRecording.ON : AccessCheck.CloudRecording.OFF;
    }
}
