package perennial.video.mp4;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Writes what stands before the payload of a joined file: {@code ftyp}, {@code moov}, and the start of {@code mdat}. */
final class Header {
    /** Ticks a second of the whole film's clock. */
    static final long MOVIE_SCALE = 90_000;

    private static final int MDAT_HEADER = 16;
    private static final int VIDEO_ID = 1;
    private static final int AUDIO_ID = 2;
    private static final int UNDETERMINED = 0x55C4; // "und"

    private final ViewClock clock;
    private final @Nullable VideoEntry pictures;
    private final @Nullable AudioEntry sound;
    private final JoinedTrack video;
    private final JoinedTrack audio;

    Header(
            ViewClock clock,
            @Nullable VideoEntry pictures,
            @Nullable AudioEntry sound,
            JoinedTrack video,
            JoinedTrack audio) {
        this.clock = clock;
        this.pictures = pictures;
        this.sound = sound;
        this.video = video;
        this.audio = audio;
    }

    /** Written twice: where the payload begins depends on the header's own size. */
    ByteBuffer write(long payload) throws DamagedMp4 {
        long expected = 64_000 + TableWriter.size(video) + TableWriter.size(audio);
        if (expected > Limits.HEADER_BYTES) throw new DamagedMp4("The joined video would have too many samples.");
        boolean wide = payload + expected > 0xFFFF_FFFFL;
        int size = write((int) expected, 0, payload, wide).size();
        var written = write(size, size, payload, wide);
        if (written.size() != size) throw new IllegalStateException("the header's size depends on its place");
        return written.written();
    }

    private BoxWriter write(int expected, long base, long payload, boolean wide) {
        var out = new BoxWriter(expected);
        out.begin("ftyp")
                .letters("isom")
                .int32(512)
                .letters("isom")
                .letters("iso2")
                .letters("avc1")
                .letters("mp41");
        out.end();
        out.begin("moov");
        movie(out);
        var pictureEntry = pictures;
        var soundEntry = sound;
        if (pictureEntry != null) {
            trak(out, VIDEO_ID, video, clock.videoScale, base, wide, () -> pictureEntry.write(out));
        }
        if (soundEntry != null) {
            trak(out, AUDIO_ID, audio, clock.rate, base, wide, () -> soundEntry.write(out));
        }
        out.end();
        out.int32(1).letters("mdat").int64(payload + MDAT_HEADER);
        return out;
    }

    private void movie(BoxWriter out) {
        long length = Math.max(length(VIDEO_ID), length(AUDIO_ID));
        out.begin("mvhd", 1, 0).int64(0).int64(0).int32((int) MOVIE_SCALE).int64(length);
        out.int32(0x10000).int16(0x100).zeros(10);
        Geometry.NONE.matrix().forEach(out::int32);
        out.zeros(24).int32(AUDIO_ID + 1);
        out.end();
    }

    private void trak(BoxWriter out, int id, JoinedTrack track, long scale, long base, boolean wide, Runnable entry) {
        boolean isVideo = id == VIDEO_ID;
        var geometry = isVideo ? geometry() : Geometry.NONE;
        out.begin("trak");
        out.begin("tkhd", 1, 3)
                .int64(0)
                .int64(0)
                .int32(id)
                .int32(0)
                .int64(length(id))
                .zeros(8);
        out.int16(0).int16(isVideo ? 0 : 1).int16(isVideo ? 0 : 0x100).int16(0);
        geometry.matrix().forEach(out::int32);
        out.int32(geometry.width()).int32(geometry.height());
        out.end();
        edits(out, id);
        out.begin("mdia");
        out.begin("mdhd", 1, 0).int64(0).int64(0).int32((int) scale).int64(track.durations.sum());
        out.int16(language(isVideo)).int16(0);
        out.end();
        out.begin("hdlr", 0, 0).int32(0).letters(isVideo ? "vide" : "soun").zeros(13);
        out.end();
        out.begin("minf");
        if (isVideo) out.begin("vmhd", 0, 1).zeros(8);
        else out.begin("smhd", 0, 0).zeros(4);
        out.end();
        out.begin("dinf").begin("dref", 0, 0).int32(1).begin("url ", 0, 1);
        out.end();
        out.end();
        out.end();
        TableWriter.write(out, track, entry, base, wide);
        out.end();
        out.end();
        out.end();
    }

    /** At most one, behind an empty one for pictures that begin late. None where it would say nothing: see there. */
    private void edits(BoxWriter out, int id) {
        long shift = id == VIDEO_ID ? clock.videoShift() : clock.audioShift;
        // An edit at 0 makes FFmpeg move a stream whose first picture is due later.
        if (shift == 0 && mediaTime(id) == 0) return;
        long lead = Math.max(0, mediaTime(id) - shift);
        long scale = id == VIDEO_ID ? clock.videoScale : clock.rate;
        out.begin("edts").begin("elst", 1, 0).int32(lead > 0 ? 2 : 1);
        if (lead > 0) out.int64(Scale.of(scale, MOVIE_SCALE, lead)).int64(-1).int32(0x10000);
        out.int64(length(id) - Scale.of(scale, MOVIE_SCALE, lead))
                .int64(mediaTime(id))
                .int32(0x10000);
        out.end();
        out.end();
    }

    /** Decode time at which the edit begins. */
    private long mediaTime(int id) {
        if (id == AUDIO_ID) return clock.audioShift;
        var first = clock.takes.getFirst().video();
        return first == null
                ? 0
                : Scale.of(
                        first.track().timescale(),
                        clock.videoScale,
                        first.track().edits().mediaTime());
    }

    /** Until a track has been shown, in the film's ticks. */
    private long length(int id) {
        if (id == AUDIO_ID) {
            return sound == null ? 0 : Scale.of(clock.rate, MOVIE_SCALE, clock.frames * clock.frame - clock.audioShift);
        }
        if (pictures == null) return 0;
        long until = clock.videoEnd;
        for (int i = 0; i < clock.takes.size(); i++) {
            var taken = clock.takes.get(i).video();
            if (taken == null) continue;
            var track = taken.track();
            until = Math.max(
                    until, clock.videoAt[i] + Scale.of(track.timescale(), clock.videoScale, track.shownUntil()));
        }
        return Scale.of(clock.videoScale, MOVIE_SCALE, until - clock.videoShift());
    }

    private Geometry geometry() {
        for (var take : clock.takes) {
            var taken = take.video();
            if (taken != null && taken.track().header().width() > 0)
                return taken.track().header();
        }
        return Geometry.NONE;
    }

    private int language(boolean isVideo) {
        for (var take : clock.takes) {
            var taken = isVideo ? take.video() : take.audio();
            if (taken != null) return taken.track().language();
        }
        return UNDETERMINED;
    }
}
