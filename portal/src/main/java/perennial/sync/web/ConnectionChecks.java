package perennial.sync.web;

import org.springframework.stereotype.Component;
import perennial.sync.Authorization;
import perennial.sync.Authorizations;
import perennial.sync.Connection;
import perennial.zoom.ZoomException;

/** "Check connection" with its answer in a sentence. */
@Component
class ConnectionChecks {
    private final Authorizations authorizations;

    ConnectionChecks(Authorizations authorizations) {
        this.authorizations = authorizations;
    }

    /** Asks Zoom now; when Zoom cannot be asked, the status stays as it was and the sentence says why. */
    String ask(Connection connection) {
        try {
            return sentence(authorizations.check(connection));
        } catch (ZoomException e) {
            return e.getMessage();
        }
    }

    private static String sentence(Authorization found) {
        return switch (found.status()) {
            case AUTHORIZED -> "Zoom accepted the credentials. %s".formatted(cloud(found.cloudRecording()));
            case MISSING_SCOPES, REFUSED -> found.reason();
            case NOT_CHECKED -> "Zoom was not asked.";
        };
    }

    private static String cloud(Authorization.CloudRecording recording) {
        return switch (recording) {
            case ON -> "Cloud recording is on.";
            case OFF -> "Cloud recording is off at Zoom, so there is nothing to import.";
            case NOT_CHECKABLE -> "Whether cloud recording is on cannot be checked with these scopes.";
        };
    }
}
