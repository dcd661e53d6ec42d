package perennial.people;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was mailed to people to open their accounts with: invitations and links to a new password, taken together. */
@Repository
class MailedLinks {
    private static final int MOST = 3;

    private final JdbcClient jdbc;
    private final Clock clock;

    MailedLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether a person got enough of them lately: nobody's mailbox is filled by others' asking. */
    boolean enough(PersonId person) {
        return jdbc.sql("""
                        select (select count(*) from password_reset where person = :person and created_at > :since)
                            + (select count(*) from invitation where person = :person and created_at > :since)""")
                        .param("person", person.value())
                        .param(
                                "since",
                                clock.instant().minus(PasswordResets.LIFE).atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                >= MOST;
    }

    /** Makes every link of a person useless. */
    void forget(PersonId person) {
        for (var table : new String[] {"invitation", "password_reset"}) {
            jdbc.sql("delete from " + table + " where person = :person")
                    .param("person", person.value())
                    .update();
        }
    }

    /** Links to a new password that were over by then hold addresses for nothing. */
    void forgetResetsUntil(Instant then) {
        jdbc.sql("delete from password_reset where expires_at <= :then")
                .param("then", then.atOffset(ZoneOffset.UTC))
                .update();
    }
}
