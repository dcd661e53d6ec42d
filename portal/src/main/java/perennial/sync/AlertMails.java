package perennial.sync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import perennial.mail.Mail;
import perennial.mail.Outbox;
import perennial.people.People;
import perennial.people.Person;
import perennial.people.Role;
import perennial.settings.PortalSettings;
import perennial.web.PublicAddress;

/** Writes the mails of alerts, one a topic and Manager, into the outbox. Joins the caller's transaction. */
@Component
class AlertMails {
    private static final int MOST_LINES = 20;

    private final Outbox outbox;
    private final People people;
    private final PublicAddress address;
    private final PortalSettings settings;

    AlertMails(Outbox outbox, People people, PublicAddress address, PortalSettings settings) {
        this.outbox = outbox;
        this.people = people;
        this.address = address;
        this.settings = settings;
    }

    void began(List<Alert> alerts) {
        queue(alerts, false);
    }

    void over(List<Alert> alerts) {
        queue(alerts, true);
    }

    private void queue(List<Alert> alerts, boolean over) {
        if (alerts.isEmpty()) return;
        var byTopic =
                alerts.stream().collect(Collectors.groupingBy(Alert::topic, LinkedHashMap::new, Collectors.toList()));
        var managers = people.activeFrom(Role.MANAGER);
        byTopic.values().forEach(topic -> managers.forEach(manager -> outbox.queue(mail(topic, manager, over))));
    }

    private Mail mail(List<Alert> topic, Person manager, boolean over) {
        var first = topic.getFirst();
        var key = "alert:%s:%s:%s".formatted(first.id(), over ? "over" : "began", manager.id());
        var more = topic.size() == 1 ? "" : " (and %d more)".formatted(topic.size() - 1);
        var subject = (over ? "Over: " : "") + first.subject() + more;
        return new Mail(key, manager.email(), subject, text(topic, manager, over));
    }

    private String text(List<Alert> topic, Person manager, boolean over) {
        var lines =
                topic.stream().limit(MOST_LINES).map(alert -> line(alert, over)).collect(Collectors.joining("\n"));
        var rest = topic.size() <= MOST_LINES ? "" : "\nAnd %d more.\n".formatted(topic.size() - MOST_LINES);
        return """
                Hello %s,

                %s

                %s%s
                You get this mail because you are a Manager of %s. %s
                """.formatted(
                        manager.name(),
                        over ? "this is over:" : "this needs a look:",
                        lines,
                        rest,
                        settings.name(),
                        over ? "" : "Another one follows when it is over.");
    }

    private String line(Alert alert, boolean over) {
        var outcome = over ? " " + alert.outcome() : "";
        return "- %s%s\n  %s\n".formatted(alert.sentence(), outcome, address.of(alert.path()));
    }
}
