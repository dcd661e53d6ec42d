package zoomsim.account;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file on this machine; it must not change while the simulator runs. */
public record FileBytes(Path path) implements Content {
    private static final int BLOCK = 64 * 1024;

    @Override
    public long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void writeTo(OutputStream out, long offset, long length) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ);
                var in = Channels.newInputStream(channel.position(offset))) {
            var block = new byte[BLOCK];
            long left = length;
            while (left > 0) {
                int read = in.read(block, 0, (int) Math.min(BLOCK, left));
                if (read < 0) throw new IOException("%s became shorter".formatted(path));
                out.write(block, 0, read);
                left -= read;
            }
        }
    }
}
