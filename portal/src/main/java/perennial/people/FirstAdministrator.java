package perennial.people;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A portal without an Administrator gets one: from the configuration, or by a link that is printed and works once.
 * There is no default password.
 */
@Component
class FirstAdministrator implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final AdminProperties configured;
    private final Accounts accounts;
    private final People people;
    private final Passwords passwords;
    private final ApiTokens tokens;
    private final SetUpLink link;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FirstAdministrator(
            AdminProperties configured,
            Accounts accounts,
            People people,
            Passwords passwords,
            ApiTokens tokens,
            SetUpLink link,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.configured = configured;
        this.accounts = accounts;
        this.people = people;
        this.passwords = passwords;
        this.tokens = tokens;
        this.link = link;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("lock table person in share row exclusive mode").update(); // nodes that start together make one
            if (!accounts.anyAdministrator()) makeOrInvite();
            addToken();
        });
    }

    private void makeOrInvite() {
        var email = configured.email();
        var password = configured.password();
        if (email == null || password == null) {
            print(link.make());
            return;
        }
        var hash = passwords.hash(password);
        var name = email.substring(0, email.indexOf('@'));
        var fresh = new Person(PersonId.random(), email, name, Role.ADMINISTRATOR, PersonStatus.ACTIVE, null, null);
        if (!accounts.add(fresh, hash, clock.instant(), "configuration")) {
            var known = people.byEmail(email).orElseThrow();
            accounts.unblock(known.id());
            accounts.password(known.id(), hash);
            accounts.role(known.id(), Role.ADMINISTRATOR);
        }
        log.info("first administrator made from the configuration: email={}", email);
    }

    private void addToken() {
        var token = configured.token();
        if (token == null) return;
        people.byEmail(String.valueOf(configured.email()))
                .filter(person -> person.active() && person.role() == Role.ADMINISTRATOR)
                .ifPresent(person -> tokens.add(person.id(), "From the configuration", ApiTokens.SCOPES, null, token));
    }

    /** To standard output and not to the log, which is kept and copied: the link is a key. */
    private static void print(String address) {
        System.out.printf(
                "%n  This portal has no Administrator yet. Open this link within 24 hours, it works once:%n%n    %s%n%n",
                address);
    }
}
