package perennial.video.mp4;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Joins the segments of one view: lays their bytes behind each other, fills the tables of the joined tracks, and puts the
 * header in front.
 */
final class ViewJoin {
    private final ViewClock clock;
    private final List<ByteSource> sources;
    private final Set<Integer> unnamed;
    private final @Nullable VideoEntry pictures;
    private final @Nullable AudioEntry sound;
    private final boolean splice;
    private final Payload payload = new Payload();
    private final JoinedTrack video = new JoinedTrack();
    private final JoinedTrack audio = new JoinedTrack();
    /** Where silence is kept: as long as the longest, but not beyond {@link Limits#HOLE_FRAMES}. */
    private int silenceKept;

    /**
     * @param sources what the takes' numbers mean
     * @param unnamed numbers of the sources that are not kept: what is taken of them goes into our own bytes
     */
    ViewJoin(
            ViewClock clock,
            List<ByteSource> sources,
            Set<Integer> unnamed,
            @Nullable VideoEntry pictures,
            @Nullable AudioEntry sound,
            boolean splice) {
        this.clock = clock;
        this.sources = sources;
        this.unnamed = unnamed;
        this.pictures = pictures;
        this.sound = sound;
        this.splice = splice;
    }

    JoinedFile join() throws DamagedMp4 {
        if (clock.frames > Limits.JOINED_FRAMES) throw new DamagedMp4("The joined video would last for days.");
        if (sound != null) {
            silenceKept = payload.keep(silentFrames((int) Math.min(clock.longestSilence(), Limits.HOLE_FRAMES)));
        }
        for (int i = 0; i < clock.takes.size(); i++) {
            if (clock.hasSound(i)) silence(clock.silence[i]);
            segment(i);
        }
        silence(clock.silence[clock.takes.size()]);
        if (video.sizes.size() > 0) video.holdUntil(clock.videoEnd);
        var header = new Header(clock, pictures, sound, video, audio).write(payload.length());
        return JoinedFile.of(header, payload);
    }

    private void segment(int number) throws DamagedMp4 {
        var take = clock.takes.get(number);
        var pictureTrack = take.video();
        if (pictureTrack != null) {
            if (video.sizes.size() > 0) video.holdUntil(clock.videoAt[number]);
            video.times(pictureTrack.track(), clock.videoScale);
            video.sync(pictureTrack.track().samples());
        }
        for (int source : take.sources()) lay(number, source, take);
    }

    /** Lays the range of {@code source} in which everything is that this segment takes of it. */
    private void lay(int number, int source, Take take) throws DamagedMp4 {
        var tracks = take.of(source);
        long from = Long.MAX_VALUE;
        long to = 0;
        for (var track : tracks) {
            var hull = Hull.of(track.track().samples());
            from = Math.min(from, hull.from());
            to = Math.max(to, hull.to());
        }
        var collector = new Insertions.Collector();
        for (var track : tracks) insertions(number, track.track(), collector);
        var insertions = collector.collected();
        long start = payload.length();
        long at = from;
        for (int i = 0; i < insertions.at.length; i++) {
            range(source, at, insertions.at[i]);
            payload.layOwn(insertions.own[i], insertions.bytes[i]);
            at = insertions.at[i];
        }
        range(source, at, to);
        for (var track : tracks) append(number, track.track(), start - from, insertions);
    }

    private void range(int source, long from, long to) {
        if (unnamed.contains(source)) payload.copy(sources.get(source), from, (int) (to - from));
        else payload.lay(source, from, to - from);
    }

    private void insertions(int number, Track track, Insertions.Collector into) throws DamagedMp4 {
        var samples = track.samples();
        var own = track.video();
        if (own != null && splice) {
            var sets = own.decoder().inBand();
            int kept = payload.keep(sets);
            var walk = new SampleWalk(samples);
            while (walk.next()) if (walk.sync()) into.add(walk.offset(), kept, sets.limit());
        } else if (track.kind() == Track.Kind.AUDIO
                && clock.grid(number).holes().size() > 0) {
            var grid = clock.grid(number);
            var walk = new SampleWalk(samples);
            int hole = 0;
            while (walk.next() && hole < grid.holes().size()) {
                if (walk.number() != grid.holes().get(hole)) continue;
                into.add(walk.offset(), silenceKept, grid.silent().get(hole++) * silentBytes());
            }
        }
    }

    private void append(int number, Track track, long move, Insertions insertions) {
        var samples = track.samples();
        boolean isVideo = track.kind() == Track.Kind.VIDEO;
        var into = isVideo ? video : audio;
        var spliced = isVideo && splice
                ? Objects.requireNonNull(track.video()).decoder().inBand().limit()
                : 0;
        var grid = isVideo ? null : clock.grid(number);
        int hole = 0;
        int sample = 0;
        var walk = spliced > 0 ? new SampleWalk(samples) : null;
        for (int chunk = 0; chunk < samples.chunks(); chunk++) {
            long offset = samples.chunkOffsets.get(chunk);
            long bytes = 0;
            int count = 0;
            for (int i = 0; i < samples.chunkSamples.get(chunk); i++, sample++) {
                if (grid != null && hole < grid.holes().size() && grid.holes().get(hole) == sample) {
                    int silent = grid.silent().get(hole++);
                    for (int k = 0; k < silent; k++) into.sizes.add(silentBytes());
                    bytes += (long) silent * silentBytes();
                    count += silent;
                }
                int size = samples.sizes.get(sample);
                if (walk != null && walk.next() && walk.sync()) size += spliced;
                into.sizes.add(size);
                bytes += size;
                count++;
            }
            into.chunk(offset + move + insertions.shift(offset), count, bytes);
        }
        if (grid != null) into.durations.add((int) grid.frames(), clock.frame);
    }

    private void silence(long frames) {
        for (long left = frames; left > 0; left -= Limits.HOLE_FRAMES) {
            int count = (int) Math.min(left, Limits.HOLE_FRAMES);
            int bytes = count * silentBytes();
            audio.chunk(payload.length(), count, bytes);
            for (int i = 0; i < count; i++) audio.sizes.add(silentBytes());
            audio.durations.add(count, clock.frame);
            payload.layOwn(silenceKept, bytes);
        }
    }

    private ByteBuffer silentFrames(int count) {
        var frame = Silence.frame(Objects.requireNonNull(sound).decoder().channels());
        var all = ByteBuffer.allocate(Math.multiplyExact(count, frame.length));
        for (int i = 0; i < count; i++) all.put(frame);
        return all.flip();
    }

    private int silentBytes() {
        return Silence.frame(Objects.requireNonNull(sound).decoder().channels()).length;
    }
}
