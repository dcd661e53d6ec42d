package perennial.sync.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import perennial.PortalTest;
import perennial.library.LibraryFixture;
import perennial.people.Role;
import perennial.sync.Connections;
import perennial.web.Pages;

/** A portal that people reach by https tells the Manager what to paste at Zoom (C1). */
@Import(LibraryFixture.class)
@TestPropertySource(properties = {"perennial.public-url=https://video.northwind.example", "perennial.jobs.run=false"})
class WebhookPageTest extends PortalTest {
    @Autowired
    private WebhookViews views;

    @Autowired
    private Connections connections;

    @Autowired
    private LibraryFixture people;

    @Autowired
    private Pages pages;

    private String howto(WebhookView webhook) {
        return pages.render("sync/howto", new HashMap<>(Map.of("webhook", webhook)));
    }

    @Test
    void showsTheAddressAndTheEventsToPasteAtZoom() {
        var manager = people.person(Role.MANAGER);
        var made = connections.create(
                Map.of("name", "N", "accountId", "a", "clientId", "c", "clientSecret", "s"), manager);

        assertThat(howto(views.of(null))).contains("once this connection is saved");
        assertThat(howto(views.of(made)))
                .contains("https://video.northwind.example/api/v1/zoom/webhooks/" + made.id())
                .contains("recording.completed", "recording.transcript_completed", "recording.recovered");
        assertThat(views.of(made).secretSaved()).isFalse();
        var changed = connections.change(made.id(), Map.of("webhookSecret", "hush"), manager);
        assertThat(views.of(changed).secretSaved()).isTrue();
        assertThat(views.of(changed).toString()).doesNotContain("hush");
    }
}
