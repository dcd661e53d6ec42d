package perennial.web;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Pages that stay true while they are open, by server-sent events. While anyone watches a topic, this node asks once a
 * second for its fragments and sends those whose HTML changed; the event's name is the fragment's.
 */
@Service
public class LivePages implements SmartLifecycle {
    /** Then the browser comes again, and its right to watch is checked again. */
    static final long CONNECTION_MILLIS = 120_000;

    private final Map<Key, LiveTopic> topics = new ConcurrentHashMap<>();
    private volatile boolean running;

    /**
     * Begins to watch. Call it from a controller that has checked the viewer's right, and return the emitter.
     *
     * @param topic the same for everyone who may see the same fragments
     * @param fragments HTML by fragment name; called on a thread of its own, in the zone and locale of the first viewer
     *     (viewers in other zones are another topic); must not read the request
     */
    public SseEmitter open(String topic, Supplier<Map<String, String>> fragments) {
        var emitter = new SseEmitter(CONNECTION_MILLIS);
        if (!running) {
            emitter.complete();
            return emitter;
        }
        var viewer = ViewerContext.frozen();
        var key = new Key(topic, Dates.zone(), LocaleContextHolder.getLocale());
        topics.compute(key, (same, watched) -> {
            if (watched != null && watched.join(emitter)) return watched;
            var fresh = new LiveTopic(viewer, fragments, emitter);
            fresh.start(() -> topics.remove(key, fresh));
            return fresh;
        });
        return emitter;
    }

    /** How many topics are watched on this node. */
    int watched() {
        return topics.size();
    }

    @Override
    public void start() {
        running = true;
    }

    /** Ends all connections, so that a graceful stop need not wait for them. */
    @Override
    public void stop() {
        running = false;
        topics.values().forEach(LiveTopic::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private record Key(String topic, ZoneId zone, Locale locale) {}
}
