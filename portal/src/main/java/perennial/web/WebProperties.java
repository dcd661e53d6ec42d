package perennial.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people reach the portal.
 *
 * @param publicUrl the address they type, without a path ({@code https://video.example.org}); absent: this machine's
 *     own port. With https, cookies are locked to it
 */
@ConfigurationProperties("perennial")
record WebProperties(@Nullable String publicUrl) {
    WebProperties {
        publicUrl = publicUrl == null || publicUrl.isBlank() ? null : withoutSlash(publicUrl.strip());
        if (publicUrl != null && !publicUrl.toLowerCase(Locale.ROOT).matches("https?://[^/?#@\\s]+")) {
            throw new IllegalArgumentException(
                    "perennial.public-url must be an address like https://video.example.org, but is: " + publicUrl);
        }
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
