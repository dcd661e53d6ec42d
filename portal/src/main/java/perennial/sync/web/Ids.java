package perennial.sync.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import perennial.sync.ConnectionId;
import perennial.sync.InquiryId;
import perennial.sync.RecordingId;
import perennial.sync.RecordingState;
import perennial.web.PortalException;

/** Ids as they stand in addresses; what is none does not exist. */
final class Ids {
    private Ids() {}

    static ConnectionId connection(String text) {
        try {
            return ConnectionId.parse(text);
        } catch (IllegalArgumentException e) {
            throw PortalException.notFound();
        }
    }

    static InquiryId inquiry(String text) {
        try {
            return InquiryId.parse(text);
        } catch (IllegalArgumentException e) {
            throw PortalException.notFound();
        }
    }

    static RecordingId recording(String text) {
        try {
            return RecordingId.parse(text);
        } catch (IllegalArgumentException e) {
            throw PortalException.notFound();
        }
    }

    /** A state by its word in the automation contract; null for all. */
    static @Nullable RecordingState state(@Nullable String word) {
        if (word == null || word.isBlank()) return null;
        return Arrays.stream(RecordingState.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> PortalException.badRequest(
                        "unknown-state",
                        "There is no state of this name",
                        "One of these works: %s."
                                .formatted(Arrays.stream(RecordingState.values())
                                        .map(RecordingState::word)
                                        .collect(Collectors.joining(", ")))));
    }
}
