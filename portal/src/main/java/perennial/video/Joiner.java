package perennial.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import perennial.video.mp4.DamagedMp4;
import perennial.video.mp4.JoinedFile;
import perennial.video.mp4.Joint;

/**
 * Joins the segments of all views of a recording without copying them: a computed header in front of ranges of the files as
 * they are. Only a segment that does not fit is remuxed or re-encoded, and joined the same way then.
 */
@Service
public class Joiner {
    private final FFmpeg ffmpeg;
    private final VideoProperties properties;

    public Joiner(FFmpeg ffmpeg, VideoProperties properties) {
        this.ffmpeg = ffmpeg;
        this.properties = properties;
    }

    /**
     * Joins all views on one clock. Takes time by the number of samples, not of bytes; minutes where a segment must be coded
     * anew. Safe to repeat: equal files give equal results.
     *
     * @param views one at least, all with the same segments
     * @throws MediaException.PartsRefused if segments are damaged or encrypted; nothing was made then
     * @throws MediaException.CannotJoin if no file can hold all of them, or they differ in too many ways
     * @throws MediaException.Failed if FFmpeg cannot make a segment fit
     */
    public Joined join(List<SegmentsOfView> views, FittedFiles fitted) {
        try (var sources = new Sources()) {
            return join(views, sources, new Fitter(ffmpeg, fitted));
        } catch (DamagedMp4 e) {
            throw new MediaException.CannotJoin(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Joining the parts did not succeed", e);
        }
    }

    private Joined join(List<SegmentsOfView> views, Sources sources, Fitter fitter) throws IOException, DamagedMp4 {
        var materials = new ArrayList<Material>();
        for (var view : views) materials.add(Material.of(view, sources));
        var refused = materials.stream()
                .flatMap(material -> material.refused().stream())
                .toList();
        if (!refused.isEmpty()) throw new MediaException.PartsRefused(refused);
        var plans = new ArrayList<JoinPlan.Made>();
        for (var material : materials) plans.add(JoinPlan.of(material, sources, fitter, properties.splice()));
        var joint = new Joint(plans.stream().map(JoinPlan.Made::view).toList());
        int segments = views.getFirst().files().size();
        var joined = new ArrayList<JoinedView>();
        for (int i = 0; i < views.size(); i++) {
            var file = joint.file(i, sources.bytes(), sources.unnamed());
            joined.add(view(views.get(i).view(), plans.get(i), joint, i, file, sources));
        }
        var starts = IntStream.range(0, segments)
                .mapToObj(i -> Duration.ofNanos(joint.start(i)))
                .toList();
        return new Joined(starts, Duration.ofNanos(joint.end()), joined);
    }

    private static JoinedView view(
            String name, JoinPlan.Made plan, Joint joint, int number, JoinedFile file, Sources sources) {
        var parts = new ArrayList<JoinedView.Part>();
        for (var range : file.ranges()) {
            var blob = range.isOwn() ? null : sources.blob(range.source());
            parts.add(new JoinedView.Part(blob, range.offset(), range.length()));
        }
        var pictures = plan.view().pictures();
        var starts = IntStream.range(0, plan.decisions().size())
                .mapToObj(i -> Duration.ofNanos(joint.start(number, i)))
                .toList();
        return new JoinedView(
                name,
                file.own(),
                parts,
                pictures == null ? 0 : pictures.width(),
                pictures == null ? 0 : pictures.height(),
                starts,
                plan.decisions());
    }
}
