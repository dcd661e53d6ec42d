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
    static final String LOCKED = "__Host-perennial";

    @Bean
    CookieSerializer cookieSerializer(PublicAddress address) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(address.https() ? LOCKED : PLAIN);
        cookie.setUseSecureCookie(address.https());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }
}
