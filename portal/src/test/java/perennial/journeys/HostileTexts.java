package perennial.journeys;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What somebody would write who wants a page to run, load or hide something (S6). Each text bears a mark: in the source of a page the
 * mark shows that the text is there, and on an element that it was taken for markup.
 */
final class HostileTexts {
    /** Stands in each of them. */
    static final String MARK = "xss7";

    /** Short enough for a tag. */
    static final List<String> ALL = List.of(
            "<script class=xss7>window.ran=1</script>",
            "<img class=xss7 src=x onerror=window.ran=1>",
            "\"><svg class=xss7 onload=window.ran=1>",
            "'><b class=xss7 onmouseover=window.ran=1>",
            "\" autofocus onfocus=window.ran=1 class=\"xss7",
            "' onpointerenter=window.ran=1 class='xss7",
            "</script><script class=xss7>window.ran=1</script>",
            "</title><script class=xss7>window.ran=1</script>",
            "</textarea><img class=xss7 src=x onerror=ran=1>",
            "javascript:window.ran=1//xss7",
            "<iframe class=xss7 srcdoc='<script>parent.ran=1</script>'>",
            "<a class=xss7 href=javascript:window.ran=1>here</a>",
            "<p class=xss7 hx-get=/ hx-trigger=load>",
            "<style class=xss7>*{display:none}</style>",
            "<base class=xss7 href=//evil.example/>",
            "<meta class=xss7 http-equiv=refresh content=0;url=/>",
            "]]><script class=xss7>window.ran=1</script>",
            "--><img class=xss7 src=x onerror=window.ran=1>",
            "&lt;img class=xss7 src=x onerror=window.ran=1&gt;",
            "\\u003cimg class=xss7 src=x onerror=window.ran=1\\u003e",
            "{{xss7}}${xss7}<%= xss7 %>#{xss7}",
            "=HYPERLINK(\"//evil.example/xss7\")",
            "\u202e\u2066xss7 txt.exe");

    private static final String LOOK = """
            () => {
              const found = window.ran ? ['a script ran'] : [];
              for (const element of document.querySelectorAll('*')) {
                if (element.getAttribute('class')?.includes('xss7')) found.push('markup: ' + element.outerHTML.slice(0, 200));
                for (const { name, value } of element.attributes) {
                  if (name.startsWith('on') || /^(href|src|action|formaction|hx-get|hx-post)$/.test(name) && /^\\s*javascript:/i.test(value))
                    found.push(name + ': ' + element.outerHTML.slice(0, 200));
                }
              }
              if (!document.documentElement.outerHTML.includes('xss7')) found.push('nothing of it is shown');
              return found;
            }""";

    private HostileTexts() {}

    /** Several of them as one text. */
    static String some(int from, int until) {
        return String.join(" ", ALL.subList(from, until));
    }

    /** All of them, each a line. */
    static String lines() {
        return ALL.stream().collect(Collectors.joining("\n"));
    }

    /** What is wrong with an open page: something of them ran or became markup, or none is there. */
    static List<String> complaints(Page page) {
        var found = new ArrayList<String>();
        for (var one : (List<?>) page.evaluate(LOOK)) found.add(page.url() + " " + one);
        return found;
    }
}
