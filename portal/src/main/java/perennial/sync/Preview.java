package perennial.sync;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What settings would do, before they are saved (S11).
 *
 * @param usersReached Zoom users whose recordings are taken
 * @param unknownUsers addresses of the list that Zoom does not know
 * @param recordings that they take, at Zoom now
 * @param bytes of them, as Zoom says
 * @param toImport those of them that are not here yet
 * @param deletions recordings that may then be deleted at Zoom, at once or once they are proven
 * @param deletionUsers whose these are
 * @param importedEarlier those of them that are here already
 * @param deletionBytes their size
 * @param withLeftOut recordings here with files that only Zoom has
 * @param remark why it is less than the truth; empty when it is the truth
 */
public record Preview(
        int usersReached,
        List<String> unknownUsers,
        int recordings,
        long bytes,
        int toImport,
        long bytesToImport,
        int accountsCreated,
        int rolesRaised,
        int deletions,
        int deletionUsers,
        int importedEarlier,
        long deletionBytes,
        int withLeftOut,
        @Nullable Instant oldest,
        @Nullable Instant newest,
        boolean permanently,
        String remark) {

    /** The words that allow the deletions; they contain the number (D1). */
    public String confirm() {
        return "delete %d %s".formatted(deletions, deletions == 1 ? "recording" : "recordings");
    }

    /** Whether these words allow it: letter case and space do not matter. */
    boolean confirmedBy(String words) {
        return words.strip().replaceAll("\\s+", " ").equalsIgnoreCase(confirm());
    }

    /** Such as "41 recordings of 3 Zoom users, 38 of them imported before". */
    public String reach() {
        return "%d %s of %d Zoom %s, %d of them imported before"
                .formatted(
                        deletions,
                        deletions == 1 ? "recording" : "recordings",
                        deletionUsers,
                        deletionUsers == 1 ? "user" : "users",
                        importedEarlier);
    }
}
