package perennial.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How mail leaves the portal. Read once at start; the process refuses to start on a bad value.
 *
 * @param host the SMTP server; absent: mails wait in the outbox, and its page says so
 * @param username absent: no authentication
 * @param from the sender's address; needed with {@code host}
 * @param timeout longest silence tolerated in one conversation with the server
 * @param attempts after so many a mail is parked as failed
 */
@Validated
@ConfigurationProperties("perennial.mail")
public record MailProperties(
        @Nullable String host,
        @Min(1) @Max(65535) int port,
        @Nullable String username,
        @Nullable String password,
        @Nullable String from,
        Duration timeout,
        @Min(1) int attempts,
        Duration firstRetry,
        Duration longestRetry) {

    public MailProperties {
        if (configured(host) && (from == null || from.isBlank())) {
            throw new IllegalArgumentException("perennial.mail.from is missing: mails need a sender's address");
        }
    }

    boolean configured() {
        return configured(host);
    }

    private static boolean configured(@Nullable String host) {
        return host != null && !host.isBlank();
    }

    @Override
    public String toString() {
        return "MailProperties[host=%s, port=%d, from=%s]".formatted(host, port, from);
    }
}
