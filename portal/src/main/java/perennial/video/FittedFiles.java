package perennial.video;

import java.nio.file.Path;
import java.util.Optional;
import perennial.storage.BlobId;

/** Keeps what FFmpeg made of single segments, so that it need not make it again. */
public interface FittedFiles {
    /** What {@code recipe} made of {@code source} earlier. */
    Optional<MediaFile> find(BlobId source, String recipe);

    /** Keeps {@code made}, which goes away after this call. */
    MediaFile keep(BlobId source, String recipe, Path made);

    /** A folder to work in; what is left there is of no use. */
    Path scratch();
}
