package perennial.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Has FFmpeg make a segment fit: one run, one file. */
final class Fitter {
    private final FFmpeg ffmpeg;
    private final FittedFiles files;

    Fitter(FFmpeg ffmpeg, FittedFiles files) {
        this.ffmpeg = ffmpeg;
        this.files = files;
    }

    /** What {@code recipe} makes of {@code source}, out of the store if it was made before. */
    MediaFile fit(MediaFile source, Recipe recipe) {
        return files.find(source.blob(), recipe.text()).orElseGet(() -> {
            var target = files.scratch().resolve("fitted.mp4");
            var words = new ArrayList<>(List.of("-copyts"));
            words.addAll(FFmpegRun.input(source.file(), source.container()));
            words.addAll(recipe.words());
            words.add("fitted.mp4");
            run("Making a part fit", List.of(source.file()), words);
            try {
                return files.keep(source.blob(), recipe.text(), target);
            } finally {
                delete(target);
            }
        });
    }

    /** One black picture as an MP4. */
    byte[] black(Recipe.Shape shape) {
        var words = new ArrayList<>(List.of("-f", "lavfi", "-i"));
        words.add("color=c=black:s=%dx%d:r=25,format=yuv420p".formatted(shape.width(), shape.height()));
        words.addAll(List.of("-frames:v", "1"));
        words.addAll(Recipe.encoder(shape));
        words.addAll(List.of("-f", "mp4", "black.mp4"));
        run("Making a black picture", List.of(), words);
        var target = files.scratch().resolve("black.mp4");
        try {
            return Files.readAllBytes(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(target);
        }
    }

    private void run(String work, List<Path> reads, List<String> words) {
        ffmpeg.run(new FFmpegRun(FFmpegRun.FFMPEG, work, reads, files.scratch(), ffmpeg.longestRun(), words));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
