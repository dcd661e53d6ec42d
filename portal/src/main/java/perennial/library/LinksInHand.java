package perennial.library;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import perennial.web.PublicAddress;

/**
 * The secret links that this browser has opened. A cookie holds the last few, so that the page behind a link can fetch its pictures
 * and sound; each request asks the database anew whether they still open anything.
 */
@Component
public class LinksInHand {
    private static final String COOKIE = "links";
    private static final int KEPT = 8;

    /**
     * The secret in the address of a file, for pages in frames of other sites: browsers send no cookies from there. The parameter
     * of such an address.
     */
    public static final String PARAMETER = "link";

    private final PublicAddress address;

    LinksInHand(PublicAddress address) {
        this.address = address;
    }

    /** The links of the request that this thread serves; none outside of one. */
    List<String> ofRequest() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes served)) return List.of();
        var request = served.getRequest();
        var opened = request.getAttribute(COOKIE) instanceof String secret ? Stream.of(secret) : Stream.<String>empty();
        var named = request.getParameterValues(PARAMETER);
        var inAddress =
                named == null ? Stream.<String>empty() : Arrays.stream(named).filter(LinksInHand::isSecret);
        return Stream.of(opened, inAddress.limit(1), remembered(request))
                .flatMap(secrets -> secrets)
                .distinct()
                .toList();
    }

    /** Takes {@code secret} in hand: for the rest of this request, and, by the cookie that it returns, for later ones. */
    public ResponseCookie take(String secret, HttpServletRequest request) {
        request.setAttribute(COOKIE, secret);
        var kept = new LinkedHashSet<String>();
        kept.add(secret);
        remembered(request).forEach(kept::add);
        return ResponseCookie.from(
                        COOKIE, String.join(".", kept.stream().limit(KEPT).toList()))
                .path("/")
                .httpOnly(true)
                .secure(address.https())
                .sameSite("Lax")
                .build();
    }

    private static Stream<String> remembered(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) return Stream.empty();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(value -> Arrays.stream(value.split("\\.", -1)))
                .filter(LinksInHand::isSecret)
                .limit(KEPT);
    }

    /** Whether {@code text} has the form of a secret. */
    public static boolean isSecret(String text) {
        return text.matches("[0-9a-f]{64}");
    }
}
