package perennial.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** Lets a page stand in a frame of another site's page, which the portal's pages otherwise never do. */
public final class Framing {
    private static final String PAGES = "/embed/";
    private static final String NOWHERE = "frame-ancestors 'none'";

    private Framing() {}

    /** Whether the request is for a page that may stand in a frame. */
    static boolean concerns(HttpServletRequest request) {
        return request.getRequestURI().startsWith(PAGES);
    }

    /**
     * Allows it for this answer, whose address begins with {@code /embed/}.
     *
     * @param sites origins; empty: everywhere
     */
    public static void allow(HttpServletResponse response, List<String> sites) {
        var where = sites.isEmpty() ? "*" : "'self' " + String.join(" ", sites);
        var policy = SecurityHeaders.CONTENT_SECURITY_POLICY.replace(NOWHERE, "frame-ancestors " + where);
        response.setHeader("Content-Security-Policy", policy);
    }
}
