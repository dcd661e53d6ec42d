package perennial.library.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import perennial.library.Face;
import perennial.library.StatusBadge;

/**
 * One video of a grid, as it is printed.
 *
 * @param id of the media item
 * @param picture address of the poster; absent while it is made and where there is none
 * @param preparing whether a poster may still come
 * @param status absent where it is published, as nearly all are
 * @param watched how far the viewer got, in per cent; 0 shows nothing
 */
public record VideoCard(
        String id,
        String title,
        Face author,
        Instant recordedAt,
        String length,
        boolean zoom,
        boolean fresh,
        @Nullable String picture,
        boolean preparing,
        @Nullable StatusBadge status,
        String views,
        int watched) {}
