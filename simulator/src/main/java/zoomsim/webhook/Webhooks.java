package zoomsim.webhook;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import zoomsim.account.SimulatedClock;

/**
 * Sends events, each on its own, and repeats those that nobody took: 5 minutes after the first try, 20 after the second,
 * 60 after the third, in simulated time. Safe for use by several threads.
 */
public final class Webhooks implements AutoCloseable {
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofMinutes(60));
    private static final int ATTEMPTS_KEPT = 10_000;

    private final SimulatedClock clock;
    private final Mishaps mishaps = new Mishaps();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Call> overtaken = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Call.PATIENCE)
            .executor(threads)
            .build();
    private volatile @Nullable Target target;

    /** @param target null: nothing is sent until {@link #target} is told */
    public Webhooks(SimulatedClock clock, @Nullable Target target) {
        this.clock = clock;
        this.target = target;
    }

    /** Sends to another address from here on; null for none. */
    public void target(@Nullable Target other) {
        target = other;
    }

    public @Nullable Target target() {
        return target;
    }

    public Mishaps mishaps() {
        return mishaps;
    }

    /** The tries so far, oldest first; only the last 10,000 are kept. */
    public List<Attempt> attempts() {
        synchronized (attempts) {
            return List.copyOf(attempts);
        }
    }

    /** Sends an event, unless something happens to it. Returns at once. */
    public void send(ObjectNode body) {
        var to = target;
        if (to == null) return;
        var event = body.path("event").asString("");
        var call = Call.sign(to, event, body.toString(), clock.instant());
        switch (mishaps.take(event).orElse(null)) {
            case null -> deliver(call);
            case Mishap.Lost _ -> {}
            case Mishap.Doubled _ -> {
                deliver(call);
                deliver(call);
            }
            case Mishap.Late(Duration by) -> later(to, event, body, by);
            case Mishap.Overtaken _ -> hold(call);
            case Mishap.Forged _ -> {
                var forger = new Target(to.url(), to.secret() + "?");
                deliver(Call.sign(forger, event, call.body(), clock.instant()));
            }
            case Mishap.Altered _ -> deliver(call.withBody(call.body() + " "));
            case Mishap.Stale(Duration by) ->
                deliver(Call.sign(to, event, call.body(), clock.instant().minus(by)));
        }
    }

    private void later(Target to, String event, ObjectNode body, Duration by) {
        clock.agenda()
                .at(clock.instant().plus(by), () -> deliver(Call.sign(to, event, body.toString(), clock.instant())));
    }

    private void hold(Call call) {
        synchronized (overtaken) {
            overtaken.add(call);
        }
    }

    private void deliver(Call call) {
        run(() -> {
            attempt(call, 1);
            List<Call> behind;
            synchronized (overtaken) {
                behind = List.copyOf(overtaken);
                overtaken.clear();
            }
            for (var each : behind) attempt(each, 1);
        });
    }

    private void attempt(Call call, int number) {
        var at = clock.instant();
        var attempt = new Attempt(call.requestId(), call.event(), number, at, status(call));
        note(attempt);
        if (!attempt.toBeRepeated() || number > PAUSES.size()) return;
        clock.agenda().at(again(at, number), () -> run(() -> attempt(call, number + 1)));
    }

    private static Instant again(Instant before, int number) {
        return before.plus(PAUSES.get(number - 1));
    }

    private int status(Call call) {
        try {
            return http.send(call.request(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Asks the receiver whether it knows the secret; true when it does. Waits for the answer. */
    boolean validate(ObjectNode body, String encrypted) {
        var to = target;
        if (to == null) return false;
        var event = body.path("event").asString("");
        var call = Call.sign(to, event, body.toString(), clock.instant());
        try {
            var reply = http.send(call.request(), HttpResponse.BodyHandlers.ofString());
            note(new Attempt(call.requestId(), event, 1, clock.instant(), reply.statusCode()));
            return reply.statusCode() == 200 && reply.body().contains("\"" + encrypted + "\"");
        } catch (IOException e) {
            note(new Attempt(call.requestId(), event, 1, clock.instant(), 0));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void note(Attempt attempt) {
        synchronized (attempts) {
            if (attempts.size() == ATTEMPTS_KEPT) attempts.removeFirst();
            attempts.add(attempt);
        }
    }

    private void run(Runnable sending) {
        try {
            threads.execute(sending);
        } catch (RejectedExecutionException e) {
            // The simulator was closed.
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
