package perennial.faults;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import perennial.storage.BlobStore;

/**
 * Counts the calls that jobs make to the database and to the store, and lets one of them fail. Imported into a portal test
 * by {@link InPortal}. Calls of the test's own thread and of the queue's polling are neither counted nor harmed.
 */
public final class CallFaults {
    /** How a call fails. */
    public enum Manner {
        /** It does nothing. */
        INSTEAD,
        /** It does all, and nobody hears of it. */
        AFTERWARDS
    }

    /** The threads that do a job's work. */
    private static final List<String> AT_WORK = List.of("job-", "blob-sync", "zoom-download-writer");

    private record Plan(long number, Manner manner) {}

    private final AtomicLong calls = new AtomicLong();
    private final AtomicReference<@Nullable Plan> plan = new AtomicReference<>();
    private final AtomicReference<String> hit = new AtomicReference<>("");
    private volatile boolean databaseAway;
    private volatile String storeTrouble = "";

    /** What a test imports: {@code @Import(CallFaults.InPortal.class)}. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class InPortal {
        private static final CallFaults FAULTS = new CallFaults();

        @Bean
        static CallFaults callFaults() {
            return FAULTS;
        }

        @Bean
        static BeanPostProcessor faultyCalls() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return switch (bean) {
                        case DataSource real -> new FaultyDatabase(real, FAULTS);
                        case BlobStore real -> new FaultyStore(real, FAULTS);
                        default -> bean;
                    };
                }
            };
        }
    }

    /** Counts from zero, and lets nothing fail. */
    public void count() {
        plan.set(null);
        calls.set(0);
        hit.set("");
    }

    /** Counts from zero, and lets the call of that number fail; the first is 1. */
    public void fail(long number, Manner manner) {
        count();
        plan.set(new Plan(number, manner));
    }

    /** Since counting began. */
    public long calls() {
        return calls.get();
    }

    /** The call that failed; empty when none has. */
    public String hit() {
        return hit.get();
    }

    /** From now on, and for every thread: whether the database is away. */
    public void databaseAway(boolean away) {
        databaseAway = away;
    }

    /** From now on, and for every thread: what the disk says to each write; empty when it takes it. */
    public void storeTrouble(String words) {
        storeTrouble = words;
    }

    /** Something that may fail. */
    interface Call<T extends @Nullable Object> {
        T make() throws Exception;
    }

    /** Where a connection comes from, or what is asked on one, which is torn when it fails. */
    <T extends @Nullable Object> T database(String what, @Nullable Connection connection, Call<T> call)
            throws Exception {
        if (databaseAway) {
            tear(connection);
            throw new SQLTransientConnectionException("the database is away, as ordered", "08001");
        }
        var manner = manner("database: " + what);
        if (manner == Manner.INSTEAD) {
            tear(connection);
            throw lost();
        }
        var result = call.make();
        if (manner == Manner.AFTERWARDS) {
            tear(connection);
            if (result instanceof AutoCloseable open) open.close();
            throw lost();
        }
        return result;
    }

    <T> T write(String what, Call<T> call) throws IOException {
        var trouble = storeTrouble;
        if (!trouble.isEmpty()) throw new IOException(trouble);
        return store(what, call);
    }

    <T> T store(String what, Call<T> call) throws IOException {
        try {
            var manner = manner("store: " + what);
            if (manner == Manner.INSTEAD) throw new IOException("the store does not answer, as ordered");
            var result = call.make();
            if (manner == Manner.AFTERWARDS) {
                if (result instanceof AutoCloseable open) open.close();
                throw new IOException("the store's answer is lost, as ordered");
            }
            return result;
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Manner manner(String what) {
        var thread = Thread.currentThread().getName();
        if (AT_WORK.stream().noneMatch(thread::startsWith)) return null;
        long number = calls.incrementAndGet();
        var now = plan.get();
        if (now == null || now.number() != number || !plan.compareAndSet(now, null)) return null;
        hit.set(what);
        return now.manner();
    }

    private static SQLException lost() {
        return new SQLException("the connection is lost, as ordered", "08006");
    }

    /** As when its server or its line dies: what was not committed is rolled back there. */
    private static void tear(@Nullable Connection connection) throws SQLException {
        if (connection != null) connection.abort(Runnable::run);
    }
}
