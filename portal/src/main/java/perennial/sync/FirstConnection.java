package perennial.sync;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the connection of {@link FirstConnectionProperties} where there is none yet. */
@Component
class FirstConnection {
    private static final Logger LOG = LoggerFactory.getLogger(FirstConnection.class);

    private final FirstConnectionProperties properties;
    private final Connections connections;

    FirstConnection(FirstConnectionProperties properties, Connections connections) {
        this.properties = properties;
        this.connections = connections;
    }

    /** Last of all, so that the first Administrator is there to own what it imports. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void make() {
        if (properties.accountId() == null || properties.accountId().isBlank()) return;
        if (!connections.all().isEmpty()) return;
        try {
            var made = connections.createConfigured(id(), fields());
            LOG.info("connection made from configuration id={} enabled={}", made.id(), made.enabled());
        } catch (InvalidSettings e) {
            LOG.warn("connection of perennial.zoom.connection not made: {}", e.fields());
        }
    }

    private ConnectionId id() {
        return properties.id() == null ? ConnectionId.random() : new ConnectionId(properties.id());
    }

    private Map<String, ?> fields() {
        var fields = new LinkedHashMap<String, Object>();
        put(fields, "name", properties.name());
        put(fields, "accountId", properties.accountId());
        put(fields, "clientId", properties.clientId());
        put(fields, "clientSecret", properties.clientSecret());
        put(fields, "webhookSecret", properties.webhookSecret());
        put(fields, "oauthUrl", properties.oauthUrl());
        put(fields, "apiUrl", properties.apiUrl());
        put(fields, "fetchFrom", properties.fetchFrom());
        put(fields, "publishStatus", properties.publishStatus());
        put(fields, "publishAs", properties.publishAs());
        fields.put("enabled", properties.enabled());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) fields.put(name, value);
    }
}
