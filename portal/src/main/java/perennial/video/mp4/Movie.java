package perennial.video.mp4;

import java.util.List;
import java.util.Optional;

/**
 * What an MP4 file says of its contents.
 *
 * @param tracks of pictures and of sound, those without a single sample left out
 * @param playsAtOnce whether its tables stand in one place, before the bytes they tell of
 */
public record Movie(List<Track> tracks, boolean playsAtOnce) {
    public Movie {
        tracks = List.copyOf(tracks);
    }

    /** The first track of a kind. */
    public Optional<Track> first(Track.Kind kind) {
        return tracks.stream().filter(track -> track.kind() == kind).findFirst();
    }

    /** How many tracks of a kind there are. */
    public long count(Track.Kind kind) {
        return tracks.stream().filter(track -> track.kind() == kind).count();
    }
}
