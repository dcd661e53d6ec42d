package perennial.video;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is of one view.
 *
 * @param view its name
 * @param files one a segment, null where the view is missing
 * @param others one a segment: whose sound is heard where the view is missing; null: none's
 */
public record SegmentsOfView(String view, List<@Nullable MediaFile> files, List<@Nullable MediaFile> others) {
    public SegmentsOfView(String view, List<@Nullable MediaFile> files, List<@Nullable MediaFile> others) {
        this.view = view;
        this.files = Collections.unmodifiableList(new ArrayList<>(files));
        this.others = Collections.unmodifiableList(new ArrayList<>(others));
        if (files.size() != others.size()) throw new IllegalArgumentException("one file a segment");
    }
}
