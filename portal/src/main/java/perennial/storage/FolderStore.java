package perennial.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Blobs as files of one folder. */
final class FolderStore implements BlobStore {
    private final Layout layout;
    private final Parts parts;
    private final Predicate<BlobId> recorded;
    private final Disk disk;
    private final long betweenSyncs;

    /** @param recorded tells whether a blob has its row, and so is whole for good */
    FolderStore(Path folder, Parts parts, Predicate<BlobId> recorded) throws IOException {
        this(folder, parts, recorded, new Disk(), FolderWriter.BETWEEN_SYNCS);
    }

    /** @param betweenSyncs after so many bytes they are made durable */
    FolderStore(Path folder, Parts parts, Predicate<BlobId> recorded, Disk disk, long betweenSyncs) throws IOException {
        this.layout = new Layout(folder);
        this.parts = parts;
        this.recorded = recorded;
        this.disk = disk;
        this.betweenSyncs = betweenSyncs;
        disk.makeFolders(layout.parts());
    }

    @Override
    public BlobWriter write(BlobId id) throws IOException {
        if (recorded.test(id)) throw new StorageException.AlreadyStored(id);
        var writer = UUID.randomUUID();
        var progress = parts.open(id, writer);
        var part = PartFile.open(id, layout, disk, progress);
        try {
            return new FolderWriter(id, writer, part, parts, progress.durable(), betweenSyncs);
        } catch (IOException | RuntimeException e) {
            PartFile.closeAfter(e, part);
            throw e;
        }
    }

    @Override
    public SeekableByteChannel read(BlobId id) throws IOException {
        try {
            return FileChannel.open(layout.whole(id));
        } catch (NoSuchFileException e) {
            throw new StorageException.Missing(id);
        }
    }

    @Override
    public Path localFile(BlobId id) throws IOException {
        var file = layout.whole(id);
        if (!Files.exists(file)) throw new StorageException.Missing(id);
        return file;
    }

    @Override
    public Optional<Path> place(BlobId id) throws IOException {
        return Optional.of(localFile(id));
    }

    @Override
    public boolean delete(BlobId id) throws IOException {
        var whole = Files.deleteIfExists(layout.whole(id));
        var partial = false;
        try (var parts = Files.newDirectoryStream(layout.parts(), id + ".*")) {
            for (var part : parts) {
                partial |= Files.deleteIfExists(part);
            }
        }
        return whole || partial;
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // the caller closes, says the interface
    public Stream<BlobId> untouchedSince(Instant since) throws IOException {
        return Files.find(
                        layout.folder(),
                        2,
                        (file, about) -> about.isRegularFile()
                                && about.lastModifiedTime().toInstant().isBefore(since))
                .flatMap(file -> Layout.idOf(file).stream());
    }

    @Override
    public long freeBytes() throws IOException {
        return Files.getFileStore(layout.folder()).getUsableSpace();
    }

    @Override
    public long totalBytes() throws IOException {
        return Files.getFileStore(layout.folder()).getTotalSpace();
    }
}
