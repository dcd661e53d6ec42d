package perennial.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.Lease;
import perennial.settings.PortalSettings;

/** Hands one mail to the configured server. */
@Component
class MailSending {
    private final Mails mails;
    private final MailProperties properties;
    private final PortalSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JavaMailSenderImpl server = new JavaMailSenderImpl();

    MailSending(
            Mails mails,
            MailProperties properties,
            PortalSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.mails = mails;
        this.properties = properties;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
        if (properties.configured()) prepare();
    }

    /** Does nothing when the mail is sent or given up already, or when no server is configured. */
    void send(MailId id, Lease lease) {
        var mail = mails.find(id).orElse(null);
        if (mail == null || mail.state() != MailState.WAITING || !properties.configured()) return;
        var message = message(mail);
        transaction.executeWithoutResult(status -> lease.check());
        server.send(message);
        transaction.executeWithoutResult(status -> {
            lease.check();
            mails.sent(id, clock.instant());
        });
    }

    private MimeMessage message(StoredMail mail) {
        try {
            return compose(mail);
        } catch (MessagingException e) {
            throw new MailParseException(e);
        }
    }

    private MimeMessage compose(StoredMail mail) throws MessagingException {
        var message = new NamedMessage(server.getSession(), mail.messageId());
        message.setFrom(sender());
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(mail.createdAt()));
        return message;
    }

    private InternetAddress sender() throws MessagingException {
        var from = new InternetAddress(String.valueOf(properties.from()));
        try {
            if (from.getPersonal() == null) from.setPersonal(settings.current().name(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return from;
    }

    private void prepare() {
        var timeout = String.valueOf(properties.timeout().toMillis());
        server.setHost(properties.host());
        server.setPort(properties.port());
        server.setUsername(properties.username());
        server.setPassword(properties.password());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        var smtp = server.getJavaMailProperties();
        smtp.setProperty("mail.smtp.auth", String.valueOf(properties.username() != null));
        smtp.setProperty("mail.smtp.starttls.enable", "true");
        smtp.setProperty("mail.smtp.ssl.enable", String.valueOf(properties.port() == 465));
        smtp.setProperty("mail.smtp.connectiontimeout", timeout);
        smtp.setProperty("mail.smtp.timeout", timeout);
        smtp.setProperty("mail.smtp.writetimeout", timeout);
    }

    /** Keeps our Message-ID where the library would make a new one for each attempt. */
    private static final class NamedMessage extends MimeMessage {
        private final String id;

        NamedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
