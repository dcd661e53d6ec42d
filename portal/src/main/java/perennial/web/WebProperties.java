package perennial.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people reach the portal.
 *
 * @param publicUrl the address they type, without a path ({@code https://video.example.org}); absent: this machine's
 *     own port. With https, cookies are locked to it
 * @param trustedProxies addresses or networks of the proxies in front, whose {@code X-Forwarded-For} is believed; none: it
 *     is ignored
 */
@ConfigurationProperties("perennial")
record WebProperties(
        @Nullable String publicUrl, @DefaultValue({}) List<String> trustedProxies) {
    WebProperties {
        trustedProxies = List.copyOf(trustedProxies);
        try {
            var _ = Networks.parse(trustedProxies);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("perennial.trusted-proxies " + e.getMessage());
        }
        publicUrl = publicUrl == null || publicUrl.isBlank() ? null : withoutSlash(publicUrl.strip());
        if (publicUrl != null && !publicUrl.toLowerCase(Locale.ROOT).matches("https?://[^/?#@\\s]+")) {
            throw new IllegalArgumentException(
                    "perennial.public-url must be an address like https://video.example.org, but is: " + publicUrl);
        }
    }

    Networks proxies() {
        return Networks.parse(trustedProxies);
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
