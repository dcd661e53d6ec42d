package perennial.video;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Takes an MP4 apart into its boxes to change some. Its tables must stand at its end, so that nothing else moves. */
public final class Surgery {
    private static final Set<String> CONTAINERS =
            Set.of("moov", "trak", "mdia", "minf", "stbl", "edts", "dinf", "mvex", "moof", "traf");

    private final List<Node> top;

    private Surgery(List<Node> top) {
        this.top = top;
    }

    public static Surgery of(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    public static Surgery of(byte[] file) {
        return new Surgery(nodes(ByteBuffer.wrap(file)));
    }

    /** A box: either boxes inside or bytes. */
    public static final class Node {
        private final String type;
        private final List<Node> inside;
        private byte[] content;

        private Node(String type, byte[] content) {
            this.type = type;
            this.content = content;
            this.inside = CONTAINERS.contains(type) ? nodes(ByteBuffer.wrap(content)) : new ArrayList<>();
        }

        /** The box at a path of types, such as {@code mdia/minf/stbl}. */
        public Node at(String path) {
            var node = this;
            for (var wanted : path.split("/", -1)) {
                var found = node.child(wanted);
                if (found == null) throw new AssertionError("no " + wanted + " in " + node.type);
                node = found;
            }
            return node;
        }

        private @Nullable Node child(String wanted) {
            return inside.stream()
                    .filter(node -> node.type.equals(wanted))
                    .findFirst()
                    .orElse(null);
        }

        /** Its bytes, to read. */
        public ByteBuffer content() {
            return ByteBuffer.wrap(content);
        }

        public void change(UnaryOperator<byte[]> how) {
            content = how.apply(content);
        }

        /** Its whole content is these numbers. */
        public void is(int... numbers) {
            content = numbers(numbers);
        }

        public void add(String newType, byte[] newContent) {
            inside.add(new Node(newType, newContent));
        }

        public void remove(String unwanted) {
            inside.removeIf(node -> node.type.equals(unwanted));
        }

        /** As it stands in a file. */
        public byte[] bytes() {
            var out = new ByteArrayOutputStream();
            var body = content;
            if (!inside.isEmpty()) {
                for (var node : inside) out.writeBytes(node.bytes());
                body = out.toByteArray();
            }
            return box(type, body);
        }
    }

    /** A box at the top of the file. */
    public Node at(String type) {
        return top.stream().filter(node -> node.type.equals(type)).findFirst().orElseThrow();
    }

    /**
     * A track's box.
     *
     * @param handler {@code vide} or {@code soun}
     */
    public Node track(String handler) {
        return at("moov").inside.stream()
                .filter(node -> node.type.equals("trak")
                        && type(node.at("mdia/hdlr").content(), 8).equals(handler))
                .findFirst()
                .orElseThrow();
    }

    /** The tables of a track. */
    public Node tables(String handler) {
        return track(handler).at("mdia/minf/stbl");
    }

    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        for (var node : top) out.writeBytes(node.bytes());
        return out.toByteArray();
    }

    public Path write(Path target) throws IOException {
        return Files.write(target, bytes());
    }

    /** A box as it stands in a file. */
    public static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(type.getBytes(ISO_8859_1))
                .put(content)
                .array();
    }

    /** Numbers of 32 bits. */
    public static byte[] numbers(int... numbers) {
        var out = ByteBuffer.allocate(4 * numbers.length);
        for (int number : numbers) out.putInt(number);
        return out.array();
    }

    private static List<Node> nodes(ByteBuffer in) {
        var nodes = new ArrayList<Node>();
        while (in.remaining() >= 8) {
            int size = in.getInt(in.position());
            var type = type(in, in.position() + 4);
            var content = new byte[size - 8];
            in.position(in.position() + 8).get(content);
            nodes.add(new Node(type, content));
        }
        return nodes;
    }

    private static String type(ByteBuffer in, int at) {
        var letters = new byte[4];
        in.get(at, letters);
        return new String(letters, ISO_8859_1);
    }
}
