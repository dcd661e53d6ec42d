package perennial.video.mp4;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The bytes of a file that does not change. */
public final class FileBytes implements ByteSource, Closeable {
    private final FileChannel channel;
    private final long size;

    private FileBytes(FileChannel channel, long size) {
        this.channel = channel;
        this.size = size;
    }

    /** The caller closes. */
    public static FileBytes open(Path file) throws IOException {
        var channel = FileChannel.open(file);
        return new FileBytes(channel, channel.size());
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long offset, ByteBuffer into) throws IOException {
        var at = offset;
        while (into.hasRemaining()) {
            int n = channel.read(into, at);
            if (n < 0) throw new EOFException("the file ended before byte " + at);
            at += n;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
