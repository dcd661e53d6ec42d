package perennial.video;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@code ffprobe} prints as JSON about a file that somebody brings. */
final class BroughtReport {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> SHADES = Set.of("yuv420p", "yuvj420p");
    private static final int WIDEST = 16_384;

    private BroughtReport() {}

    /**
     * @throws MediaException.NotMedia if there are neither pictures nor sound
     */
    static Brought read(String json, FileFormat format, boolean inFront) {
        var report = JSON.readTree(json);
        var pictures = pictures(report.path("streams"));
        var sound = sound(report.path("streams"));
        if (pictures == null && sound == null) {
            throw new MediaException.NotMedia("The file has neither pictures nor sound.");
        }
        var length = ProbeReport.seconds(report.path("format").path("duration").asString(""));
        return new Brought(format, length.isNegative() ? Duration.ZERO : length, pictures, sound, inFront);
    }

    private static Brought.@Nullable Pictures pictures(JsonNode streams) {
        for (var stream : streams) {
            // A cover picture counts as a video stream for FFmpeg.
            boolean still = stream.path("disposition").path("attached_pic").asInt(0) == 1;
            if (!text(stream, "codec_type").equals("video") || still) continue;
            int width = stream.path("width").asInt(0);
            int height = stream.path("height").asInt(0);
            if (width < 1 || height < 1) continue;
            if (width > WIDEST || height > WIDEST)
                throw new MediaException.NotMedia("Its pictures are absurdly large.");
            boolean plays = text(stream, "codec_name").equals("h264") && SHADES.contains(text(stream, "pix_fmt"));
            boolean turned = Math.abs(rotation(stream)) % 180 == 90;
            return new Brought.Pictures(
                    stream.path("index").asInt(0), turned ? height : width, turned ? width : height, plays);
        }
        return null;
    }

    private static Brought.@Nullable Sound sound(JsonNode streams) {
        for (var stream : streams) {
            if (!text(stream, "codec_type").equals("audio")) continue;
            int channels = stream.path("channels").asInt(0);
            if (channels < 1) continue; // of a coding that FFmpeg does not know
            boolean plays = text(stream, "codec_name").equals("aac");
            return new Brought.Sound(stream.path("index").asInt(0), channels, plays);
        }
        return null;
    }

    /** In degrees. */
    private static int rotation(JsonNode stream) {
        for (var beside : stream.path("side_data_list")) {
            if (beside.has("rotation"))
                return (int) Math.round(beside.path("rotation").asDouble(0));
        }
        return 0;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
