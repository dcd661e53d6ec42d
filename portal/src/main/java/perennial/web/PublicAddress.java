package perennial.web;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The address under which people reach the portal, for links in mails, webhooks and cookies. */
@Component
public class PublicAddress {
    private final WebProperties properties;
    private final Environment environment;

    PublicAddress(WebProperties properties, Environment environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /** Whether browsers come by https: then cookies are locked to it. Asked with every request. */
    public boolean https() {
        var configured = properties.publicUrl();
        return configured != null && configured.startsWith("https://");
    }

    /** The full address of {@code path}, which begins with a slash and is encoded already. */
    public URI of(String path) {
        return URI.create(base() + path);
    }

    private String base() {
        if (properties.publicUrl() != null) return properties.publicUrl();
        var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return "http://localhost:" + port;
    }
}
