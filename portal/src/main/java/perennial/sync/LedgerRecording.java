package perennial.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import perennial.library.MediaId;
import perennial.people.PersonId;

/**
 * A recording as the ledger has it.
 *
 * @param uuid Zoom's own, unique within its account
 * @param length as Zoom says, in whole minutes
 * @param reason why it is in its state, in a sentence; empty when there is nothing to say
 * @param publisher who it belongs to under "Publish as me"; fixed when it was first seen
 * @param concatenated whether its segments are one item; null before its first import
 * @param attempts failures in a row
 * @param nextAttemptAt when a failed or waiting one is looked at again; null when a person must
 * @param mediaIds its items in the library, one or one a segment
 * @param askedFor whether somebody asked for this very one, whatever the rules say
 */
public record LedgerRecording(
        RecordingId id,
        String zoomAccount,
        String uuid,
        long meetingNumber,
        int meetingType,
        String topic,
        Instant start,
        Duration length,
        @Nullable String hostId,
        @Nullable String hostEmail,
        RecordingState state,
        String reason,
        PublishAs publishAs,
        @Nullable PersonId publisher,
        @Nullable Boolean concatenated,
        int attempts,
        @Nullable Instant nextAttemptAt,
        List<MediaId> mediaIds,
        boolean askedFor,
        Instant firstSeenAt,
        @Nullable Instant importedAt) {

    static final String UNTITLED = "Meeting without a topic";

    /** What people call it: a meeting may have no topic at all. */
    public String title() {
        return title(topic);
    }

    /** What people call a meeting of this topic, which may be blank. */
    public static String title(String topic) {
        return topic.isBlank() ? UNTITLED : topic;
    }

    static List<MediaId> media(List<UUID> ids) {
        return ids.stream().map(MediaId::new).toList();
    }

    /** Where the library knows its items from; with a segment's start where each segment is an item. */
    String source() {
        return "zoom:%s/%s".formatted(zoomAccount, uuid);
    }
}
