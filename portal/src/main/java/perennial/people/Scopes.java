package perennial.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import perennial.web.PortalException;

/** Which scope a request of the API needs. */
final class Scopes {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<String> DANGEROUS =
            List.of("/api/v1/people", "/api/v1/groups", "/api/v1/settings", "/api/v1/mail");

    private Scopes() {}

    static Scope of(HttpServletRequest request) {
        if (READING.contains(request.getMethod())) return Scope.READ;
        var path = request.getRequestURI();
        return DANGEROUS.stream().anyMatch(path::startsWith) ? Scope.ADMIN : Scope.WRITE;
    }

    static PortalException missing(Scope needed) {
        return new PortalException(
                403,
                "insufficient-scope",
                "This token is not good for that",
                "It needs the scope “" + needed.code() + "”. Make another token with it in your account.");
    }
}
