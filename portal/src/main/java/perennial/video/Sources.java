package perennial.video;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import perennial.storage.BlobId;
import perennial.video.mp4.ByteSource;
import perennial.video.mp4.DamagedMp4;
import perennial.video.mp4.FileBytes;
import perennial.video.mp4.Fitness;
import perennial.video.mp4.Movie;
import perennial.video.mp4.Mp4Reader;
import perennial.video.mp4.Take;
import perennial.video.mp4.Track;

/** The files of a join, each opened and read once, by number. */
final class Sources implements Closeable {
    private final List<ByteSource> bytes = new ArrayList<>();
    private final List<Movie> movies = new ArrayList<>();
    private final List<@Nullable BlobId> blobs = new ArrayList<>();
    private final Map<BlobId, Integer> numbers = new HashMap<>();
    private final List<FileBytes> open = new ArrayList<>();

    /** The number of a file. */
    int of(MediaFile file) throws IOException, DamagedMp4 {
        var known = numbers.get(file.blob());
        if (known != null) return known;
        var opened = FileBytes.open(file.file());
        open.add(opened);
        int number = add(opened, file.blob());
        numbers.put(file.blob(), number);
        return number;
    }

    /** The number of bytes that nobody keeps. */
    int of(byte[] made) throws IOException, DamagedMp4 {
        return add(ByteSource.of(made), null);
    }

    private int add(ByteSource source, @Nullable BlobId blob) throws IOException, DamagedMp4 {
        movies.add(Mp4Reader.read(source));
        bytes.add(source);
        blobs.add(blob);
        return bytes.size() - 1;
    }

    Optional<Take.From> first(int source, Track.Kind kind) {
        return movies.get(source).first(kind).map(track -> new Take.From(track, source));
    }

    Fitness fitness(Take.From from, boolean first) throws IOException {
        return Fitness.of(from.track(), bytes.get(from.source()), first);
    }

    List<ByteSource> bytes() {
        return bytes;
    }

    @Nullable
    BlobId blob(int source) {
        return blobs.get(source);
    }

    /** Numbers of the sources that are no files. */
    Set<Integer> unnamed() {
        var unnamed = new HashSet<Integer>();
        for (int i = 0; i < blobs.size(); i++) if (blobs.get(i) == null) unnamed.add(i);
        return unnamed;
    }

    @Override
    public void close() throws IOException {
        for (var file : open) file.close();
    }
}
