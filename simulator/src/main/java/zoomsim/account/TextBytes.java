package zoomsim.account;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A small text, in UTF-8. */
public record TextBytes(String text) implements Content {
    @Override
    public long size() {
        return bytes().length;
    }

    @Override
    public void writeTo(OutputStream out, long offset, long length) throws IOException {
        out.write(bytes(), Math.toIntExact(offset), Math.toIntExact(length));
    }

    private byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
