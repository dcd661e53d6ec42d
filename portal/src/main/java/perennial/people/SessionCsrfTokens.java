package perennial.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** CSRF tokens in the session, as plain text, so that a session outlives an upgrade of any library. */
class SessionCsrfTokens implements CsrfTokenRepository {
    private static final String ATTRIBUTE = "csrf";

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(SecretLink.random());
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null) {
            request.getSession().setAttribute(ATTRIBUTE, token.getToken());
            return;
        }
        var session = request.getSession(false);
        if (session != null) session.removeAttribute(ATTRIBUTE);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof String text ? token(text) : null;
    }

    private static CsrfToken token(String text) {
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", text);
    }
}
