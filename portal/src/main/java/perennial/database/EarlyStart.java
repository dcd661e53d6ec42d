package perennial.database;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;

/**
 * Starts the embedded server beside the rest of the program, before the first bean is made: a new database takes a second or
 * two, which is as long as the web server needs to be put together.
 */
@Component
class EarlyStart implements BeanFactoryPostProcessor, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(EarlyStart.class);

    private @Nullable FutureTask<EmbeddedPostgres> start;
    private boolean handedOver;

    /** Settings that do not bind are left to the beans, which report them in words. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        try {
            var binder = Binder.get(beans.getBean(ConfigurableEnvironment.class));
            binder.bind("perennial.database", DatabaseProperties.class).ifBound(this::begin);
        } catch (BindException e) {
            LOG.debug("database not started early", e);
        }
    }

    @SuppressWarnings("NullAway") // folder and tools are checked by the framework only later
    private void begin(DatabaseProperties properties) {
        if (properties.url() != null || properties.folder() == null || properties.tools() == null) return;
        var task = new FutureTask<>(() -> EmbeddedPostgres.start(properties.folder(), properties.tools()));
        start = task;
        Thread.ofPlatform().name("postgres-start").daemon().start(task);
    }

    /**
     * The server, whose closing is the caller's from here on; empty if none was begun.
     *
     * @throws DatabaseUnusable as {@link EmbeddedPostgres#start} does
     */
    Optional<DatabaseServer> server() {
        if (start == null) return Optional.empty();
        handedOver = true;
        return Optional.of(await(start));
    }

    private static EmbeddedPostgres await(FutureTask<EmbeddedPostgres> start) {
        try {
            return start.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database starts", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) throw known;
            throw new IllegalStateException("the database could not start", e.getCause());
        }
    }

    /** When the program could not be put together: a server that nobody has asked for is stopped again. */
    @Override
    public void destroy() {
        if (start == null || handedOver) return;
        try {
            await(start).close();
        } catch (RuntimeException e) {
            LOG.debug("nothing to stop", e);
        }
    }
}
