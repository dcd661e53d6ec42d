package perennial.hooks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import perennial.library.Library;
import perennial.library.MediaAddresses;
import perennial.library.MediaId;
import perennial.library.MediaStatus;
import perennial.web.PublicAddress;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Words what is sent: which thing it is about and where that is, not what it holds. A title is told of what is published. */
@Component
class Messages {
    /** Of these nothing is told once the video is not published any more. */
    private static final Set<HookEvent> OF_WHAT_IS_PUBLISHED =
            Set.of(HookEvent.MEDIA_PUBLISHED, HookEvent.MEDIA_UPDATED, HookEvent.COMMENT_ADDED);

    private final Library library;
    private final PublicAddress address;
    private final JsonMapper json;

    Messages(Library library, PublicAddress address, JsonMapper json) {
        this.library = library;
        this.address = address;
        this.json = json;
    }

    /** The payload of a message; empty where it is about what is not for telling any more. */
    Optional<String> of(Delivery delivery) {
        var data = new LinkedHashMap<String, String>();
        if (!delivery.subject().isEmpty()) data.put("id", delivery.subject());
        if (!delivery.detail().isEmpty()) data.putAll(json.readValue(delivery.detail(), new TypeReference<>() {}));
        switch (delivery.event().subject()) {
            case VIDEO -> {
                var item = library.find(MediaId.parse(delivery.subject()));
                boolean published = item.filter(found -> found.status() == MediaStatus.PUBLISHED)
                        .isPresent();
                if (!published && OF_WHAT_IS_PUBLISHED.contains(delivery.event())) return Optional.empty();
                if (published) data.put("title", item.orElseThrow().title());
                data.put(
                        "link",
                        address.of(MediaAddresses.watch(MediaId.parse(delivery.subject())))
                                .toString());
            }
            case RECORDING ->
                data.put(
                        "link",
                        address.of("/zoom/%s/recordings/%s".formatted(data.get("connection"), delivery.subject()))
                                .toString());
            case NOTHING -> {}
        }
        return Optional.of(json.writeValueAsString(ordered(delivery, data)));
    }

    private static Map<String, Object> ordered(Delivery delivery, Map<String, String> data) {
        var message = new LinkedHashMap<String, Object>();
        message.put("type", delivery.event().word());
        message.put("timestamp", delivery.createdAt().toString());
        message.put("data", data);
        return message;
    }
}
