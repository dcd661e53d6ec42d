package zoomsim.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of a reply. */
public interface Body {
    Body NONE = of(new byte[0]);

    /** Of a reply that never leaves: the connection is closed in its place. */
    Body LOST = new Body() {
        @Override
        public long length() {
            return 0;
        }

        @Override
        public void writeTo(OutputStream out) {}

        @Override
        public boolean lost() {
            return true;
        }
    };

    /** In bytes. */
    long length();

    void writeTo(OutputStream out) throws IOException;

    /** Whether the reply never leaves. */
    default boolean lost() {
        return false;
    }

    static Body of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Body of(byte[] bytes) {
        return of(bytes.length, out -> out.write(bytes));
    }

    static Body of(long length, Writer writer) {
        return new Body() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                writer.writeTo(out);
            }
        };
    }

    /** Writes all of a body. */
    interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }
}
