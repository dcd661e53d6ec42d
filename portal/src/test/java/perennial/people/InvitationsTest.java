package perennial.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import perennial.SettableClock;

@Import(SettableClock.InPortal.class)
class InvitationsTest extends PeopleTest {
    @Autowired
    Invitations invitations;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void morning() {
        clock.set(Instant.parse("2026-03-01T09:00:00Z"));
    }

    @Test
    void setsAPasswordOnceAndSignsIn() {
        var tomas = person("tomas@example.org", Role.CONTRIBUTOR, PersonStatus.INVITED);
        var path = invitations.link(tomas.id()).getPath();
        var other = invitations.link(tomas.id()).getPath();

        var accepted = visitor.submit(path, path, Map.of("password", "harbour lantern 41"));

        assertThat(accepted.statusCode()).isEqualTo(302);
        assertThat(visitor.get("/account").body()).contains("tomas@example.org");
        assertThat(visitor.get(path).statusCode()).isEqualTo(410);
        assertThat(visitor.get(other).statusCode()).isEqualTo(410);
        assertThat(visitor.get(other).body()).contains("Sign in").doesNotContain("Send me a new link");
    }

    @Test
    void sendsANewLinkInPlaceOfOneThatIsOver() {
        var tomas = person("tomas@example.org", Role.CONTRIBUTOR, PersonStatus.INVITED);
        var path = invitations.link(tomas.id()).getPath();
        clock.advance(Invitations.LIFE);

        var late = visitor.submit(path, path, Map.of("password", "harbour lantern 41"));
        var renewed = visitor.submit(path, path + "/renew", Map.of());

        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(renewed.body()).contains("A new link is on its way");
        assertThat(mailsTo("tomas@example.org")).isEqualTo(1);
        visitor.submit("/sign-in", path + "/renew", Map.of());
        assertThat(mailsTo("tomas@example.org")).isEqualTo(1);
    }

    @Test
    void anInventedLinkSaysNothing() {
        assertThat(visitor.get("/invitation/invented").statusCode()).isEqualTo(410);
        visitor.submit("/sign-in", "/invitation/invented/renew", Map.of());
        assertThat(jdbc.sql("select count(*) from outbox_mail")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long mailsTo(String address) {
        return jdbc.sql("select count(*) from outbox_mail where recipient = :to")
                .param("to", address)
                .query(Long.class)
                .single();
    }
}
