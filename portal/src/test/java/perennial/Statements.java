package perennial;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The SQL that requests send, as Spring's JDBC tells it; that of jobs is left out. */
public final class Statements {
    private static final String SENT = "Executing prepared SQL statement [";

    private Statements() {}

    /** What {@code requests} sent. */
    public static List<String> during(Runnable requests) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var level = logger.getLevel();
        var heard = new ListAppender<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                event.prepareForDeferredProcessing(); // it asks for the thread only then
                super.append(event);
            }
        };
        heard.start();
        logger.addAppender(heard);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        try {
            requests.run();
        } finally {
            logger.setLevel(level);
            logger.setAdditive(true);
            logger.detachAppender(heard);
        }
        return List.copyOf(heard.list).stream()
                .filter(event -> event.getThreadName().startsWith("tomcat"))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.startsWith(SENT))
                .map(message -> message.substring(SENT.length()).replaceAll("\\s+", " "))
                .toList();
    }

    /** Those that are about media, without the session, who it belongs to, settings and menu. */
    public static List<String> ofMedia(List<String> all) {
        return all.stream()
                .filter(sql ->
                        sql.contains("visible_media") || sql.contains("watch_progress") || sql.contains("view_count"))
                .toList();
    }
}
