package perennial.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import perennial.web.PortalException;

/** Which scope a request of the API needs. */
final class Scopes {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    /** Matched as the dispatcher does, decoded: an address may be written in many ways. */
    private static final RequestMatcher DANGEROUS = new OrRequestMatcher(
            PathPatternRequestMatcher.pathPattern("/api/v1/people/**"),
            PathPatternRequestMatcher.pathPattern("/api/v1/groups/**"),
            PathPatternRequestMatcher.pathPattern("/api/v1/settings/**"),
            PathPatternRequestMatcher.pathPattern("/api/v1/mail/**"),
            PathPatternRequestMatcher.pathPattern("/api/v1/webhooks/**"));

    private Scopes() {}

    static Scope of(HttpServletRequest request) {
        if (READING.contains(request.getMethod())) return Scope.READ;
        return DANGEROUS.matches(request) ? Scope.ADMIN : Scope.WRITE;
    }

    static PortalException missing(Scope needed) {
        return new PortalException(
                403,
                "insufficient-scope",
                "This token is not good for that",
                "It needs the scope “" + needed.code() + "”. Make another token with it in your account.");
    }
}
