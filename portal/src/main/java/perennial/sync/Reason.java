package perennial.sync;

import org.jspecify.annotations.Nullable;

/**
 * Why a recording or one of its files is where it is, in the sentences that the ledger shows. What Zoom and the media tools
 * say comes beside these, in {@link perennial.zoom.ZoomException} and {@link perennial.video.MediaException}, and why a recording
 * stays at Zoom in {@link DeletionBlock}. The guide for Managers has a heading for each.
 */
enum Reason {
    // Waiting
    NO_FILES_YET("Zoom lists no files yet."),
    STILL_MAKING("Zoom is still making %d of %d files."),

    // Skipped
    HOST_NOT_LISTED("Its host is not on the list of this connection."),
    WEBINAR("Webinars are left out."),
    TOPIC_NOT_WANTED("Its topic does not match the pattern."),
    TOPIC_LEFT_OUT("Its topic matches the pattern to leave out."),
    TOO_SHORT("It is shorter than the minimum length of %s."),
    NOTHING_TO_PLAY("It has neither pictures nor sound."),
    SKIPPED_BY("Skipped by %s."),

    // Files left out
    VIEW_LEFT_OUT("This view is not among those that the settings ask for."),
    NO_ADDRESS("Zoom gives no address to fetch it from."),
    NOT_LISTED_ANY_MORE("Zoom does not list this file any more."),
    TEXT_OF_ANOTHER_SIZE("Zoom says %d bytes; %d came, and its text is whole."),

    // Failed
    MANY_FAILED("%d files failed. The first one: %s"),
    WRONG_SIZE("Zoom says that the file has %d bytes, and %d came."),
    NOBODY("There is nobody this recording could belong to: its publisher may not publish any more, and there is no"
            + " fallback owner. Choose one in the settings of the connection."),
    UNEXPECTED("Something unexpected happened (%s). It is tried again by itself."),

    // Something here is full or away
    DISK_FULL(
            "The disk has %d MB free, and the next file needs %d MB beside the %d MB that are kept free. Free some space; it"
                    + " goes on by itself."),
    STORE_CANNOT_TAKE("The store cannot take the file: %s. It goes on by itself."),
    STORE_DOES_NOT_GIVE("The store does not give back %s: %s."),
    JOIN_NOT_STORED("The joined video cannot be stored: %s. It goes on by itself."),

    // In quarantine
    STORED_SIZE_CHANGED("It had %d bytes when it came, and the store now has %d."),
    STORED_BYTES_CHANGED("Its bytes are not the ones that came: the SHA-256 is now %s."),
    STORED_BYTES_MISSING("The store does not have its bytes any more."),
    WEB_PAGE("It is a web page, and no %s."),

    // Gone
    GONE_TOO_EARLY("It went from Zoom before it could be imported."),
    DELETED_BY_SOMEBODY("Somebody deleted it at Zoom. Everything that was imported is here."),

    // The last look before a deletion
    NO_FILES_NOW("Zoom lists no files for it just now."),
    LATE_FILE("Zoom has a file that is not here yet. It is fetched first."),
    FILE_IN_THE_MAKING("Zoom is still making %s."),
    ONLY_AT_ZOOM("%s was left out by a rule and is only at Zoom."),
    NOT_HERE_YET("%s is not here yet."),
    SIZE_AT_ZOOM_CHANGED("Zoom now says that %s has %d bytes; here it has %d."),
    STILL_THERE("Zoom took the call and still has the recording."),
    CALL_DID_NOTHING("The call to delete it did nothing: Zoom still has the recording."),

    // The sync
    NOBODY_KNOWN("Zoom knows none of the listed addresses: %s. Nothing was fetched. Check their spelling."),
    SOMEBODY_UNKNOWN(
            "Zoom does not know %s, and this connection stops at unknown addresses. Nothing was fetched. Correct the"
                    + " list."),
    VANISHED(
            "%d recordings seem to have vanished at Zoom at once, of %d that are known. Nothing was marked as gone, and nothing"
                    + " is deleted. Were they deleted at Zoom? Then say so, and the sync goes on; else sync again.");

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    /** The sentence with its figures. */
    String sentence(@Nullable Object... figures) {
        return text.formatted(figures);
    }

    /** The first sentence as the guide's heading has it, without figures. */
    String heading() {
        var first = text.split("(?<=[.:]) ", 2)[0];
        return first.replace("%d", "n").replace("%s", "…").replaceAll("[.:]$", "");
    }
}
