package perennial.video;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import perennial.video.mp4.DamagedMp4;
import perennial.video.mp4.Fitness.Remedy;
import perennial.video.mp4.Take;
import perennial.video.mp4.Track;

/**
 * What there is to join of one view: the pictures and the sound of each segment, and the parts of it that can be joined in no
 * way. It is gathered for all views before anything is coded anew, so that nothing is made for a join that cannot be.
 */
final class Material {
    private final SegmentsOfView view;
    private final Sources sources;
    /** One a segment; null where there are none. */
    final List<Take.@Nullable From> pictures = new ArrayList<>();
    /** One a segment; null where there is none. */
    final List<Take.@Nullable From> sounds = new ArrayList<>();

    private final List<RefusedPart> refused = new ArrayList<>();

    private Material(SegmentsOfView view, Sources sources) {
        this.view = view;
        this.sources = sources;
    }

    static Material of(SegmentsOfView view, Sources sources) throws IOException {
        var material = new Material(view, sources);
        for (int i = 0; i < view.files().size(); i++) material.gather(i);
        return material;
    }

    private void gather(int segment) throws IOException {
        var file = view.files().get(segment);
        var heard = file == null ? view.others().get(segment) : file;
        try {
            pictures.add(file == null ? null : first(file, Track.Kind.VIDEO));
            sounds.add(heard == null ? null : first(heard, Track.Kind.AUDIO));
            if (!accepted(segment, pictures.getLast())) return;
            accepted(segment, sounds.getLast());
        } catch (DamagedMp4 e) {
            refuse(segment, phrase(String.valueOf(e.getMessage())));
        }
    }

    private Take.@Nullable From first(MediaFile file, Track.Kind kind) throws IOException, DamagedMp4 {
        return sources.first(sources.of(file), kind).orElse(null);
    }

    private boolean accepted(int segment, Take.@Nullable From from) throws IOException {
        if (from == null) return true;
        var fitness = sources.fitness(from, segment == 0);
        if (fitness.remedy() != Remedy.REFUSE) return true;
        refuse(segment, fitness.reason());
        return false;
    }

    private void refuse(int segment, String reason) {
        refused.add(new RefusedPart(view.view(), segment, new Decision(Decision.Kind.REFUSE, reason)));
    }

    /** A sentence as part of another one. */
    private static String phrase(String sentence) {
        var whole = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return whole.substring(0, 1).toLowerCase(Locale.ROOT) + whole.substring(1);
    }

    /** Those that can be joined in no way. If there is one, nothing else here is of use. */
    List<RefusedPart> refused() {
        return refused;
    }

    int segments() {
        return view.files().size();
    }

    /** Whether the view is missing there, and only the sound of another is to be heard. */
    boolean onlyHeard(int segment) {
        return view.files().get(segment) == null && sounds.get(segment) != null;
    }

    /** What a segment's tracks are in. */
    MediaFile file(int segment) {
        var own = view.files().get(segment);
        return Objects.requireNonNull(own == null ? view.others().get(segment) : own);
    }

    boolean anyPictures() {
        return pictures.stream().anyMatch(Objects::nonNull);
    }

    /** Whether no segment before has pictures. */
    boolean noneBefore(int segment) {
        return pictures.subList(0, segment).stream().allMatch(Objects::isNull);
    }
}
