package perennial.hooks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an address may be told of. */
public enum HookEvent {
    MEDIA_PUBLISHED("A video came into the library", Subject.VIDEO),
    MEDIA_UPDATED("A published video was changed", Subject.VIDEO),
    MEDIA_WITHDRAWN("A video left the library, as a draft or into review", Subject.VIDEO),
    MEDIA_DELETED("A published video was put into the bin", Subject.VIDEO),
    MEDIA_SUBMITTED("A video waits in review", Subject.VIDEO),
    COMMENT_ADDED("Somebody wrote a comment", Subject.VIDEO),
    RECORDING_IMPORTED("A Zoom recording is imported", Subject.RECORDING),
    RECORDING_FAILED("A Zoom recording needs a person", Subject.RECORDING),
    /** Sent by the button; nobody chooses it. */
    WEBHOOK_TEST("A test", Subject.NOTHING);

    /** What a message is about. */
    enum Subject {
        VIDEO,
        RECORDING,
        NOTHING
    }

    private final String sentence;
    private final Subject subject;

    HookEvent(String sentence, Subject subject) {
        this.sentence = sentence;
        this.subject = subject;
    }

    /** The word of messages, the API and the tables: {@code media.published}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** What happened, for people. */
    public String sentence() {
        return sentence;
    }

    Subject subject() {
        return subject;
    }

    /** Those to choose from. */
    public static List<HookEvent> choices() {
        return Arrays.stream(values()).filter(event -> event != WEBHOOK_TEST).toList();
    }

    static Optional<HookEvent> ofWord(String word) {
        return Arrays.stream(values())
                .filter(event -> event.word().equals(word))
                .findFirst();
    }
}
