package perennial.zoom;

import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The words of a web page, shortened to a sentence or two, for people who want to know what came in place of a file. */
final class PageText {
    private static final int LONGEST = 200;
    private static final Pattern UNSEEN =
            Pattern.compile("(?is)<(script|style)\\b.*?(</\\1>|$)|<!--.*?(-->|$)|<title\\b.*?</title>");
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.*?)</title>");
    private static final Pattern TAG = Pattern.compile("(?s)<[^>]*(>|$)");

    private PageText() {}

    /** What the body says, else its title, else that it says nothing. */
    static String of(String html) {
        var body = words(UNSEEN.matcher(html).replaceAll(" "));
        if (!body.isEmpty()) return body;
        var title = TITLE.matcher(html);
        var words = title.find() ? words(title.group(1)) : "";
        return words.isEmpty() ? "(an empty page)" : words;
    }

    private static String words(String html) {
        var text = HtmlUtils.htmlUnescape(TAG.matcher(html).replaceAll(" "))
                .replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ")
                .strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
