package perennial.video;

import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Zoom's chat files. From the cloud: {@code HH:MM:SS<TAB>Name:<TAB>text}, where text may hold tabs and go on over
 * further lines, blank ones included; replies and reactions are plain text. As the desktop client saves it:
 * {@code HH:MM:SS From Name to Everyone:} with the text indented below; messages to single people name them.
 *
 * <p>Times count from the start of the meeting, not of the recording, and may pass 24 hours.
 */
public final class Chats {
    private static final String TIME = "(\\d{1,4}:[0-5]\\d:[0-5]\\d)";
    private static final Pattern CLOUD = Pattern.compile(TIME + "\\t\\s*([^\\t]*?):?\\s*\\t(.*)");
    private static final Pattern CLOUD_SHORT = Pattern.compile(TIME + "\\t\\s*([^\\t]*?):(?:\\s+(.*))?");
    private static final Pattern CLIENT = Pattern.compile(
            TIME
                    + "\\s+From\\s+(.{1,200}?)\\s+to\\s+(.{1,200}?)(?:\\s*\\((?:Privately|Direct Message)\\))?\\s*:(?:\\s+(.*))?");

    private Chats() {}

    /**
     * The messages in the file's order; none for an empty file. Does not close {@code in}.
     *
     * @throws MediaException.NotMedia if the file is too large, or has text but no message
     */
    public static List<ChatMessage> parse(InputStream in) {
        return messages(TextFile.read(in, "chat"));
    }

    /** The same for text at hand. */
    public static List<ChatMessage> parse(String text) {
        return messages(TextFile.checked(text, "chat"));
    }

    private static List<ChatMessage> messages(String text) {
        var found = new ArrayList<ChatMessage>();
        var open = (Open) null;
        boolean any = false;
        for (var line : text.lines().toList()) {
            var next = opening(line);
            if (next != null) {
                any = true;
                close(open, found);
                open = next;
            } else if (open != null) {
                open.text.append('\n').append(line.startsWith("    ") ? line.substring(4) : line);
            }
            if (found.size() == TextFile.LIMIT_ENTRIES) return found;
        }
        close(open, found);
        if (!any && !text.isBlank()) throw new MediaException.NotMedia("The file holds no chat messages.");
        return found;
    }

    private static @Nullable Open opening(String line) {
        if (line.isEmpty() || !Character.isDigit(line.charAt(0))) return null;
        var cloud = CLOUD.matcher(line);
        if (cloud.matches()) return Open.of(cloud.group(1), cloud.group(2), null, cloud.group(3));
        var client = CLIENT.matcher(line);
        if (client.matches()) {
            var to = client.group(3).strip();
            return Open.of(client.group(1), client.group(2), to.equals("Everyone") ? null : to, client.group(4));
        }
        var brief = CLOUD_SHORT.matcher(line);
        return brief.matches() ? Open.of(brief.group(1), brief.group(2), null, brief.group(3)) : null;
    }

    private static void close(@Nullable Open open, List<ChatMessage> found) {
        if (open == null) return;
        var text = open.text.toString().strip();
        if (!text.isEmpty()) found.add(new ChatMessage(open.at, open.from, open.to, text));
    }

    /** @param to for whom alone; null for everyone */
    private record Open(Duration at, String from, @Nullable String to, StringBuilder text) {
        static Open of(String time, String from, @Nullable String to, @Nullable String text) {
            var at = ClockTime.parse(time).orElse(Duration.ZERO);
            return new Open(at, from.strip(), to, new StringBuilder(text == null ? "" : text));
        }
    }
}
