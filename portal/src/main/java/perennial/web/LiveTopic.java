package perennial.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One watched topic: its watchers, the fragments they have, and the thread that looks for changes. */
class LiveTopic {
    private static final Logger log = LoggerFactory.getLogger(LiveTopic.class);
    private static final int QUIET_ROUNDS_TO_PING = 15;

    private final @Nullable LocaleContext viewer;
    private final Supplier<Map<String, String>> fragments;
    private final List<SseEmitter> watchers = new CopyOnWriteArrayList<>();
    private final Map<String, String> shown = new HashMap<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean over;

    LiveTopic(@Nullable LocaleContext viewer, Supplier<Map<String, String>> fragments, SseEmitter first) {
        this.viewer = viewer;
        this.fragments = fragments;
        add(first);
    }

    /** Whether the watcher was taken in; not when the last one has left and the thread is ending. */
    synchronized boolean join(SseEmitter watcher) {
        if (over) return false;
        add(watcher);
        shown.forEach((name, html) ->
                send(watcher, SseEmitter.event().name(name).data(html).build()));
        return true;
    }

    void start(Runnable whenOver) {
        Thread.ofVirtual().name("live").start(() -> {
            try {
                run();
            } finally {
                whenOver.run();
            }
        });
    }

    void end() {
        ended.countDown();
        watchers.forEach(SseEmitter::complete);
    }

    private void run() {
        LocaleContextHolder.setLocaleContext(viewer);
        try {
            for (int quiet = 0; anyoneLeft(); quiet = look() ? 0 : quiet + 1) {
                if (quiet > 0 && quiet % QUIET_ROUNDS_TO_PING == 0)
                    sendAll(SseEmitter.event().comment("still here"));
                if (ended.await(quiet == 0 && shown.isEmpty() ? 0 : 1, TimeUnit.SECONDS)) return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether something changed. A failing look is said once in the log and tried again: the page stays as it is. */
    private synchronized boolean look() {
        Map<String, String> latest;
        try {
            latest = fragments.get();
        } catch (RuntimeException e) {
            log.warn("live fragments failed: {}", e.toString());
            return false;
        }
        boolean changed = false;
        for (var fragment : latest.entrySet()) {
            if (fragment.getValue().equals(shown.put(fragment.getKey(), fragment.getValue()))) continue;
            sendAll(SseEmitter.event().name(fragment.getKey()).data(fragment.getValue()));
            changed = true;
        }
        return changed;
    }

    private synchronized boolean anyoneLeft() {
        over = watchers.isEmpty();
        return !over;
    }

    private void add(SseEmitter watcher) {
        watcher.onCompletion(() -> watchers.remove(watcher));
        watcher.onTimeout(watcher::complete);
        watcher.onError(error -> watchers.remove(watcher));
        watchers.add(watcher);
    }

    private void sendAll(SseEmitter.SseEventBuilder event) {
        var ready = event.build();
        for (var watcher : List.copyOf(watchers)) send(watcher, ready);
    }

    /** One who has gone is let go; the container tells nobody until something is sent. */
    private void send(SseEmitter watcher, Set<DataWithMediaType> event) {
        try {
            watcher.send(event);
        } catch (IOException | IllegalStateException e) {
            watchers.remove(watcher);
        }
    }
}
