package perennial.sync;

import java.util.UUID;

/** Identifies a question to Zoom; safe to show in an address. */
public record InquiryId(UUID value) {
    static InquiryId random() {
        return new InquiryId(UUID.randomUUID());
    }

    /**
     * Reads an id as it stands in an address.
     *
     * @throws IllegalArgumentException if it is no UUID
     */
    public static InquiryId parse(String text) {
        return new InquiryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
