package perennial.video;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import perennial.video.Decision.Kind;
import perennial.video.Recipe.Treatment;
import perennial.video.mp4.Coding;
import perennial.video.mp4.DamagedMp4;
import perennial.video.mp4.Fitness;
import perennial.video.mp4.Fitness.Remedy;
import perennial.video.mp4.Joint;
import perennial.video.mp4.Take;
import perennial.video.mp4.Track;

/**
 * Decides for each segment of one view how it comes into the joined video, and has made what must be made: virtual where its
 * bytes can stay as they are, else spliced if the operator allows it, else remuxed or re-encoded, that segment only.
 */
final class JoinPlan {
    private static final int USUAL_RATE = 48_000;
    private static final int MAIN = 77;
    /** Less than this of a range its own: rather copied than carried along. */
    private static final double DENSE = 0.5;

    private final Material material;
    private final Sources sources;
    private final Fitter fitter;
    private final boolean spliceAllowed;
    private final List<Take.@Nullable From> pictures;
    private final List<Take.@Nullable From> sounds;
    private final List<Take> takes = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private @Nullable Coding pictureModel;
    private @Nullable Coding pictureCoding;
    private @Nullable Coding soundModel;
    private boolean splice;
    private int lastSet;

    private JoinPlan(Material material, Sources sources, Fitter fitter, boolean spliceAllowed) {
        this.material = material;
        this.pictures = material.pictures;
        this.sounds = material.sounds;
        this.sources = sources;
        this.fitter = fitter;
        this.spliceAllowed = spliceAllowed;
    }

    /**
     * @param decisions one a segment
     */
    record Made(Joint.View view, List<Decision> decisions) {}

    /** @param material of which nothing is refused */
    static Made of(Material material, Sources sources, Fitter fitter, boolean spliceAllowed)
            throws IOException, DamagedMp4 {
        return new JoinPlan(material, sources, fitter, spliceAllowed).make();
    }

    private Made make() throws IOException, DamagedMp4 {
        pictureModel = Models.of(pictures, sources).orElse(null);
        pictureCoding = pictureModel;
        soundModel = Models.of(sounds, sources).orElse(null);
        for (int i = 0; i < material.segments(); i++) segment(i);
        startWithPicture();
        var coding = pictureCoding;
        return new Made(
                new Joint.View(takes, coding != null && splice ? coding.spliced() : coding, soundModel, splice),
                decisions);
    }

    private void segment(int i) throws IOException, DamagedMp4 {
        var picture = pictureNeeds(i);
        var sound = soundNeeds(i);
        var kind = kind(picture, sound, i);
        var fitted = kind == Kind.REMUX || kind == Kind.REENCODE
                ? fitted(i, picture, sound)
                : new Fitted(new Take(pictures.get(i), sounds.get(i)), kind);
        var from = fitted.take();
        takes.add(from);
        var reasons = Stream.of(
                        picture.reason(),
                        sound.reason().isEmpty() ? "" : "sound: " + sound.reason(),
                        from.audio() == null && soundModel != null ? "silence" : "",
                        from.video() == null && material.anyPictures()
                                ? (material.noneBefore(i) ? "black picture" : "picture held")
                                : "")
                .filter(reason -> !reason.isEmpty())
                .toList();
        decisions.add(new Decision(fitted.kind(), String.join(", ", reasons)));
    }

    private Kind kind(Fitness picture, Fitness sound, int i) {
        var from = pictures.get(i);
        var worst = picture.remedy().compareTo(sound.remedy()) < 0 ? sound.remedy() : picture.remedy();
        if (worst == Remedy.ENCODE) return Kind.REENCODE;
        if (worst == Remedy.REMUX) return Kind.REMUX;
        boolean differs =
                from != null && pictureModel != null && pictureModel.difference(Coding.of(from.track())) != null;
        if (differs) splice = true;
        return differs ? Kind.SPLICE : Kind.VIRTUAL;
    }

    private Fitness pictureNeeds(int i) throws IOException {
        var from = pictures.get(i);
        if (from == null) return Fitness.FIT;
        var own = sources.fitness(from, i == 0);
        if (own.remedy().compareTo(Remedy.REMUX) > 0) return own;
        var difference = difference(from, pictureModel);
        if (difference == null) return own;
        boolean canBeSpliced = spliceAllowed
                && own.remedy() == Remedy.NONE
                && pictureModel != null
                && pictureModel.canBeSpliced(Coding.of(from.track()));
        return new Fitness(canBeSpliced ? Remedy.NONE : Remedy.ENCODE, difference);
    }

    private Fitness soundNeeds(int i) throws IOException {
        var from = sounds.get(i);
        if (from == null) return Fitness.FIT;
        var own = sources.fitness(from, false);
        if (own.remedy().compareTo(Remedy.REMUX) > 0) return own;
        var difference = difference(from, soundModel);
        if (difference != null) return new Fitness(Remedy.ENCODE, difference);
        boolean thin = material.onlyHeard(i) && Fitness.density(from.track()) < DENSE;
        return thin && own.remedy() == Remedy.NONE ? new Fitness(Remedy.REMUX, "of another view") : own;
    }

    /** What keeps a track from standing beside those of {@code model}; null: nothing. */
    private static @Nullable String difference(Take.From from, @Nullable Coding model) {
        return model == null ? "nothing to match" : model.difference(Coding.of(from.track()));
    }

    /**
     * What is taken of a segment in the end.
     *
     * @param kind what it took
     */
    private record Fitted(Take take, Kind kind) {}

    /** Made to fit by FFmpeg; what copying does not heal is coded anew. */
    private Fitted fitted(int i, Fitness picture, Fitness sound) throws IOException, DamagedMp4 {
        var pictureTreatment = treatment(picture);
        var soundTreatment = treatment(sound);
        for (int attempt = 0; attempt < 3; attempt++) {
            var recipe = recipe(i, pictureTreatment, soundTreatment);
            int made = sources.of(fitter.fit(material.file(i), recipe));
            var video = recipe.pictures() == Treatment.LEAVE_OUT
                    ? pictures.get(i)
                    : sources.first(made, Track.Kind.VIDEO).orElse(null);
            var audio = recipe.sound() == Treatment.LEAVE_OUT
                    ? sounds.get(i)
                    : sources.first(made, Track.Kind.AUDIO).orElse(null);
            boolean seen = video == null || sources.fitness(video, i == 0).remedy() == Remedy.NONE;
            boolean heard = audio == null || sources.fitness(audio, false).remedy() == Remedy.NONE;
            if (seen && heard) {
                if (recipe.pictures() == Treatment.ENCODE && video != null) learn(Coding.of(video.track()));
                if (soundModel == null && audio != null) soundModel = Coding.of(audio.track());
                boolean encoded = recipe.pictures() == Treatment.ENCODE || recipe.sound() == Treatment.ENCODE;
                return new Fitted(new Take(video, audio), encoded ? Kind.REENCODE : Kind.REMUX);
            }
            if (!seen) pictureTreatment = Treatment.ENCODE;
            if (!heard) soundTreatment = Treatment.ENCODE;
        }
        throw new MediaException.Failed("Part %d could not be made to fit the others.".formatted(i + 1));
    }

    private void learn(Coding encoded) {
        var known = pictureCoding;
        try {
            pictureCoding = known == null ? encoded : known.and(encoded);
        } catch (IllegalArgumentException e) {
            throw new MediaException.CannotJoin("They differ in too many ways.", e);
        }
    }

    private Recipe recipe(int i, Treatment picture, Treatment sound) {
        boolean withPictures = picture != Treatment.LEAVE_OUT;
        // Pictures that are made anew take their sound along: else the old ones would be carried along with it.
        var soundToo = withPictures && sounds.get(i) != null && sound == Treatment.LEAVE_OUT ? Treatment.COPY : sound;
        return new Recipe(picture, shape(picture == Treatment.ENCODE), soundToo, tone());
    }

    private Recipe.Shape shape(boolean fresh) {
        if (fresh) lastSet++;
        while (pictureModel != null && pictureModel.usesSet(lastSet)) lastSet++;
        if (lastSet > 31) throw new MediaException.CannotJoin("Too many of them differ from each other.");
        var model = pictureCoding;
        if (model != null) return new Recipe.Shape(model.width(), model.height(), model.profile(), lastSet);
        var largest = pictures.stream()
                .flatMap(Stream::ofNullable)
                .map(Take.From::track)
                .findFirst();
        int width = largest.map(Track::width).orElse(1280);
        int height = largest.map(Track::height).orElse(720);
        return new Recipe.Shape(width / 2 * 2, height / 2 * 2, MAIN, lastSet);
    }

    private Recipe.Tone tone() {
        var model = soundModel;
        return model == null ? new Recipe.Tone(USUAL_RATE, 2) : new Recipe.Tone(model.rate(), model.channels());
    }

    /** A film that has pictures begins with one. */
    private void startWithPicture() throws IOException, DamagedMp4 {
        if (!material.anyPictures() || takes.getFirst().video() != null) return;
        int made = sources.of(fitter.black(shape(true)));
        var black = sources.first(made, Track.Kind.VIDEO).orElseThrow();
        learn(Coding.of(black.track()));
        takes.set(0, new Take(black, takes.getFirst().audio()));
    }

    private static Treatment treatment(Fitness fitness) {
        return switch (fitness.remedy()) {
            case NONE -> Treatment.LEAVE_OUT;
            case REMUX -> Treatment.COPY;
            case ENCODE -> Treatment.ENCODE;
            case REFUSE -> throw new IllegalStateException("refused before: " + fitness.reason());
        };
    }
}
