package perennial.video;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cue's payload as plain text: WebVTT's own tags and time stamps removed, its entities resolved. Anything else between
 * angle brackets was said and stays.
 *
 * @param voice the name in a {@code <v Name>} tag
 */
record CueText(@Nullable String voice, String text) {
    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s<>]{1,100})?[ \\t]+([^<>]{1,200})>");
    private static final Pattern TAG =
            Pattern.compile("</?(?:[biuvc]|lang|ruby|rt)(?:[.\\s][^<>]*)?>|<" + ClockTime.REGEX + ">");

    static CueText read(String payload) {
        var voice = VOICE.matcher(payload);
        var name = voice.find() ? resolve(voice.group(1)).strip() : "";
        var text = resolve(TAG.matcher(payload).replaceAll(""));
        var lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return new CueText(name.isEmpty() ? null : name, String.join("\n", lines));
    }

    private static String resolve(String text) {
        if (text.indexOf('&') < 0) return text;
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&lrm;", "")
                .replace("&rlm;", "")
                .replace("&amp;", "&");
    }
}
