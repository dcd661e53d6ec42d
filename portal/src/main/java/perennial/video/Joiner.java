package perennial.video;

import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Service;

/** Joins the segments of one view to one MP4. */
@Service
public class Joiner {
    private final Prober prober;

    public Joiner(Prober prober) {
        this.prober = prober;
    }

    /** Joins {@code segments} into {@code target}. */
    public JoinResult join(List<SegmentFile> segments, Path target) {
        if (segments.size() > 1) throw new MediaException.Failed("Joining into " + target + " is not possible yet.");
        var only = segments.getFirst();
        if (only.file() == null) throw new IllegalArgumentException("a view without a single file");
        var probe = prober.probe(only.file(), only.container());
        return new JoinResult(true, probe.length(), List.of("as it is"));
    }
}
