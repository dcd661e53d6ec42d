package perennial.sync;

import java.time.Instant;
import java.util.function.Function;

/** Why a recording stays at Zoom, in sentences. */
final class DeletionReasons {
    private DeletionReasons() {}

    /** The first reason; that of the last look at Zoom where the ledger has none; empty when it may be deleted. */
    static String of(DeletionStanding standing, Function<Instant, String> time) {
        if (standing.blocks().isEmpty()) return standing.finding();
        return of(standing.blocks().getFirst(), standing, time);
    }

    static String of(DeletionBlock block, DeletionStanding standing, Function<Instant, String> time) {
        var until = standing.graceUntil();
        return switch (block) {
            case CONNECTION_OFF -> "Kept at Zoom: the connection is off.";
            case DELETION_OFF -> "Kept at Zoom: deleting is off.";
            case GONE -> "It is not at Zoom any more.";
            case NOT_IMPORTED -> "Kept at Zoom: it is not imported yet.";
            case SKIPPED -> "Kept at Zoom: skipped recordings are never deleted.";
            case KEPT -> "Kept at Zoom: " + standing.kept();
            case REMOTE_UNKNOWN -> "Left alone: whether it is still at Zoom is not known just now.";
            case HOST_NOT_LISTED -> "Kept at Zoom: its host is not on the list of this connection.";
            case BEFORE_FETCH_FROM -> "Kept at Zoom: it is from before the day to fetch from.";
            case WEBINAR -> "Kept at Zoom: webinars are left out.";
            case TOPIC -> "Kept at Zoom: the settings leave its topic out.";
            case FILES_MISSING ->
                "Kept at Zoom: %d of %d files are not stored here."
                        .formatted(standing.files() - standing.stored() - standing.leftOut(), standing.files());
            case LEFT_OUT ->
                "Kept at Zoom: a rule left out %s, only Zoom has them.".formatted(files(standing.leftOut()));
            case NO_ADDRESS -> "Kept at Zoom: Zoom gives no address to fetch one of its files from.";
            case QUARANTINE ->
                "Kept at Zoom: %s in quarantine. Import it again to fetch them once more."
                        .formatted(standing.quarantined() == 1 ? "1 file is" : standing.quarantined() + " files are");
            case WRONG_SIZE ->
                "Kept at Zoom: in quarantine, as %s not as long as Zoom says."
                        .formatted(standing.wrongSize() == 1 ? "1 file is" : standing.wrongSize() + " files are");
            case NOT_DURABLE -> "Kept at Zoom: the store's own record does not match the ledger.";
            case NOT_VERIFIED ->
                "Kept at Zoom: %d of %d files have been read back and checked so far."
                        .formatted(standing.verified(), standing.stored());
            case NO_ITEM -> "Kept at Zoom: there is no video of it in the library.";
            case REMOVED -> "Kept at Zoom: it was removed in the portal.";
            case ITEM_PROCESSING -> "Kept at Zoom: its video is still being prepared.";
            case GRACE ->
                until == null
                        ? "Kept at Zoom: the grace period has not begun."
                        : "Kept at Zoom until %s, when the grace period ends.".formatted(time.apply(until));
        };
    }

    private static String files(int number) {
        return number == 1 ? "1 file" : number + " files";
    }
}
