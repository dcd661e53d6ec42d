package perennial.library;

/** How a status is shown: always icon, word and colour. */
public record StatusBadge(String tone, String icon, String word) {
    /** The badge of {@code status}. */
    public static StatusBadge of(MediaStatus status) {
        return switch (status) {
            case PROCESSING -> new StatusBadge("run", "progress", "Preparing");
            case DRAFT -> new StatusBadge("", "pencil", "Draft");
            case IN_REVIEW -> new StatusBadge("wait", "clock", "In review");
            case PUBLISHED -> new StatusBadge("ok", "circle-check", "Published");
            case REJECTED -> new StatusBadge("bad", "x", "Rejected");
            case DELETED -> new StatusBadge("", "trash", "In the bin");
        };
    }
}
