package perennial.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a new video is published until someone changes it. An import never gets wider access than this.
 *
 * @param access who may view: one of {@link #ACCESSES}, narrowest first
 * @param category name of the category new videos go to; absent: none
 */
public record DefaultPublish(
        String access,
        boolean download,
        boolean embed,
        boolean share,
        boolean comments,
        @Nullable String category) {

    /** Only the author · chosen people and groups · everyone signed in · anyone with the link · public. */
    public static final List<String> ACCESSES = List.of("author", "chosen", "portal", "link", "public");

    public DefaultPublish {
        if (!ACCESSES.contains(access)) throw new IllegalArgumentException("access: use one of " + ACCESSES);
    }

    public static DefaultPublish initial() {
        return new DefaultPublish("portal", false, false, true, true, null);
    }
}
