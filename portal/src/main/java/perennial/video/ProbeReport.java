package perennial.video;

import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@code ffprobe} prints as JSON. */
final class ProbeReport {
    private static final JsonMapper JSON = new JsonMapper();

    private ProbeReport() {}

    /**
     * @throws MediaException.NotMedia if there is neither a video nor an audio track, or a track without any length
     */
    static Probe read(String json) {
        var report = JSON.readTree(json);
        var video = video(report.path("streams"));
        var audio = audio(report.path("streams"));
        if (video == null && audio == null) {
            throw new MediaException.NotMedia("The file has neither pictures nor sound.");
        }
        var length = Stream.of(
                        video == null ? Duration.ZERO : video.length(), audio == null ? Duration.ZERO : audio.length())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (length.isZero()) throw new MediaException.NotMedia("The recording has no length.");
        return new Probe(length, seconds(report.path("format"), "start_time"), video, audio);
    }

    private static @Nullable VideoTrack video(JsonNode streams) {
        for (var stream : streams) {
            // A cover picture counts as a video stream for FFmpeg; an empty track is as good as none.
            boolean still = stream.path("disposition").path("attached_pic").asInt(0) == 1;
            if (!text(stream, "codec_type").equals("video") || still || empty(stream)) continue;
            var start = seconds(stream, "start_time");
            return new VideoTrack(
                    (int) number(stream, "index"),
                    text(stream, "codec_name"),
                    text(stream, "profile"),
                    (int) number(stream, "width"),
                    (int) number(stream, "height"),
                    text(stream, "pix_fmt"),
                    ratio(text(stream, "avg_frame_rate")),
                    number(stream, "nb_frames"),
                    text(stream, "extradata_hash"),
                    ticks(text(stream, "time_base")),
                    start,
                    start.plus(seconds(stream, "duration")));
        }
        return null;
    }

    private static @Nullable AudioTrack audio(JsonNode streams) {
        for (var stream : streams) {
            if (!text(stream, "codec_type").equals("audio") || empty(stream)) continue;
            var start = seconds(stream, "start_time");
            return new AudioTrack(
                    (int) number(stream, "index"),
                    text(stream, "codec_name"),
                    text(stream, "profile"),
                    (int) number(stream, "sample_rate"),
                    (int) number(stream, "channels"),
                    number(stream, "nb_frames"),
                    text(stream, "extradata_hash"),
                    start,
                    start.plus(seconds(stream, "duration")));
        }
        return null;
    }

    /** A fragmented file does not say how many it has; then its length tells. */
    private static boolean empty(JsonNode stream) {
        return number(stream, "nb_frames") == 0 && seconds(stream, "duration").isZero();
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    /** Numbers come as text or as numbers, as FFmpeg pleases; absent: 0. */
    private static long number(JsonNode node, String name) {
        var value = node.path(name);
        if (value.isNumber()) return value.asLong();
        var text = value.asString("");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private static Duration seconds(JsonNode node, String name) {
        return seconds(text(node, name));
    }

    /** {@code -0.032000}; 0 when it is no number. */
    static Duration seconds(String text) {
        return text.matches("-?\\d{1,12}(\\.\\d+)?")
                ? Duration.ofNanos(Math.round(Double.parseDouble(text) * 1e9))
                : Duration.ZERO;
    }

    /** {@code 30000/1001}; 0 when unknown. */
    private static double ratio(String text) {
        var parts = text.split("/", 2);
        if (parts.length != 2 || !(parts[0] + parts[1]).matches("\\d{1,18}")) return 0;
        double below = Double.parseDouble(parts[1]);
        return below == 0 ? 0 : Double.parseDouble(parts[0]) / below;
    }

    /** {@code 1/12800} is 12,800 ticks a second. */
    private static int ticks(String timeBase) {
        return timeBase.matches("1/\\d{1,9}") ? Integer.parseInt(timeBase.substring(2)) : 1;
    }
}
