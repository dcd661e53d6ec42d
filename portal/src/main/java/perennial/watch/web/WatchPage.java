package perennial.watch.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import perennial.library.Face;
import perennial.library.StatusBadge;
import perennial.library.web.VideoCard;
import perennial.watch.Summary;

/**
 * The watch page, as it is printed. All {@code t} are seconds of the video with up to three decimals, as scripts read
 * them; all {@code clock} the same for people.
 *
 * @param query the words that led here, looked for in transcript and chat; empty for none
 * @param results where they were found; empty for none
 * @param start the second to start at; 0 for the beginning
 * @param resumed whether that is where the viewer left it, rather than what a link asks for
 * @param parts where each part begins, joined by commas
 * @param editable whether the viewer may change it
 * @param publishable whether "Publish" is offered
 * @param link the address to give away; empty where it is the one the page came from
 * @param progress where the page reports how far it got; empty for guests
 */
public record WatchPage(
        String id,
        String title,
        String description,
        List<Label> labels,
        Face author,
        Instant recordedAt,
        Instant addedAt,
        String length,
        String views,
        boolean zoom,
        StatusBadge status,
        boolean editable,
        boolean publishable,
        boolean shareable,
        String link,
        String query,
        String results,
        String poster,
        String start,
        boolean resumed,
        String parts,
        String progress,
        List<View> angles,
        List<Captions> captions,
        List<Line> lines,
        List<Message> messages,
        List<Chapter> chapters,
        List<Lane> lanes,
        String talk,
        List<Download> downloads,
        List<Original> originals,
        String took,
        Summary summary,
        List<VideoCard> related) {

    /**
     * One camera view.
     *
     * @param begin its address with the moment to start at, for a browser that runs no scripts
     * @param first whether the page begins with it
     */
    public record View(
            String name,
            String label,
            String icon,
            String src,
            String begin,
            String type,
            boolean audio,
            boolean first) {}

    /** The category, or a tag; {@code href} leads to the others that have it. */
    public record Label(String text, String icon, String href) {}

    /** One track of captions. */
    public record Captions(String language, String label, String src) {}

    /**
     * One line of the transcript.
     *
     * @param speaker absent where the line before has the same one
     */
    public record Line(String t, String clock, @Nullable String speaker, String text) {}

    /** One message of the chat. */
    public record Message(String t, String clock, Face from, String text) {}

    /**
     * One chapter.
     *
     * @param says what the line under the player reads while it plays
     */
    public record Chapter(String t, String clock, String length, String title, String says) {}

    /** One person's lane of "who speaks when". */
    public record Lane(Face who, String percent, String says, List<Stretch> stretches) {}

    /** In ten-thousandths of the video. */
    public record Stretch(String x, String width) {}

    /**
     * A file to keep.
     *
     * @param detail kind and size
     */
    public record Download(String label, String detail, String href) {}

    /** An original. */
    public record Original(String name, String detail, String size, String href) {}

    /** The view to begin with. */
    public View angle() {
        return angles.stream().filter(View::first).findFirst().orElseThrow();
    }
}
