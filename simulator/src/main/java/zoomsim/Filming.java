package zoomsim;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import zoomsim.account.Account;
import zoomsim.scenario.MeetingDescription;
import zoomsim.scenario.MeetingMaker;
import zoomsim.scenario.Scenario;

/** Makes the scenario's meetings in the background, one after the other, and says how far it is. */
final class Filming implements AutoCloseable {
    private final Account account;
    private final MeetingMaker maker;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final AtomicInteger made = new AtomicInteger();
    private volatile String total = "?";
    private @Nullable Thread thread;

    Filming(Account account, MeetingMaker maker) {
        this.account = account;
        this.maker = maker;
    }

    /** Without footage everything is there when this returns. */
    void begin(Options options) {
        var scenario = Scenario.named(options.size());
        int plain = Math.max(0, options.meetings() - scenario.size());
        account.load(Scenario.plain(plain, account, options.seed(), options.spread()));
        total = Integer.toString(scenario.size());
        if (maker.footage() == null) make(scenario);
        else thread = Thread.ofPlatform().name("filming").daemon().start(() -> make(scenario));
    }

    CompletableFuture<Void> done() {
        return done;
    }

    /** As {@code 3/9}; {@code 0/?} before it has begun, so that nobody takes it for the end. */
    String progress() {
        return made + "/" + total;
    }

    @Override
    public void close() {
        if (thread != null) thread.interrupt();
        done.cancel(false);
    }

    private void make(List<MeetingDescription> all) {
        try {
            for (var described : all) {
                if (done.isDone()) return;
                account.load(maker.make(described));
                made.incrementAndGet();
                if (maker.footage() != null) System.out.printf("meeting=%s \"%s\"%n", progress(), described.topic());
            }
            done.complete(null);
        } catch (RuntimeException e) {
            System.err.println("the scenario is not complete: " + e);
            done.completeExceptionally(e);
        }
    }
}
