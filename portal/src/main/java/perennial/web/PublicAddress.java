package perennial.web;

import java.net.URI;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The address under which people reach the portal, for links in mails, webhooks and cookies. From {@code
 * perennial.public-url}; without it this machine's own port.
 */
@Component
public class PublicAddress {
    private final Environment environment;

    PublicAddress(Environment environment) {
        this.environment = environment;
        configured();
    }

    /** Whether browsers come by https: then cookies are locked to it. */
    public boolean https() {
        return configured().startsWith("https://");
    }

    /** The full address of {@code path}, which begins with a slash and is encoded already. */
    public URI of(String path) {
        return URI.create(base() + path);
    }

    private String base() {
        var configured = configured();
        if (!configured.isEmpty()) return configured;
        var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return "http://localhost:" + port;
    }

    private String configured() {
        var text = environment.getProperty("perennial.public-url", "").strip();
        while (text.endsWith("/")) text = text.substring(0, text.length() - 1);
        if (!text.isEmpty() && !text.toLowerCase(Locale.ROOT).matches("https?://[^/?#@]+")) {
            throw new IllegalStateException(
                    "perennial.public-url must be an address like https://video.example.org, but is: " + text);
        }
        return text;
    }
}
