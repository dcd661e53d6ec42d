package perennial.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import perennial.web.PublicAddress;

/** The session's cookie: never readable by scripts, not sent by other sites' forms, and locked to https where there is. */
@Configuration(proxyBeanMethods = false)
class SessionCookie {
    static final String PLAIN = "perennial";
    /** Set on a request whose sign-in is to outlive the browser's window. */
    static final String KEEP = "perennial.keep";

    static final String LOCKED = "__Host-perennial";

    @Bean
    CookieSerializer cookieSerializer(PublicAddress address) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(address.https() ? LOCKED : PLAIN);
        cookie.setUseSecureCookie(address.https());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        cookie.setRememberMeRequestAttribute(KEEP);
        return cookie;
    }
}
