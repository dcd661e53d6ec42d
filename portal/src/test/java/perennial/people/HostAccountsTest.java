package perennial.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.people.HostAccount.Outcome;

class HostAccountsTest extends PeopleTest {
    @Autowired
    HostAccounts hosts;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void makesAnInvitedContributorWithTheHostsNameZoneAndLanguage() {
        var account = of(host("h1", "Tomas@Example.org", "Tomas Okafor"));

        assertThat(account.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(account.person().role()).isEqualTo(Role.CONTRIBUTOR);
        assertThat(account.person().status()).isEqualTo(PersonStatus.INVITED);
        assertThat(account.person().name()).isEqualTo("Tomas Okafor");
        assertThat(account.person().zone()).isEqualTo(ZoneId.of("Europe/Stockholm"));
        assertThat(of(host("h1", "tomas@example.org", "Tomas Okafor")).outcome())
                .isEqualTo(Outcome.KNOWN);
    }

    @Test
    void raisesAViewerAndLowersNobody() {
        person("vera@example.org", Role.VIEWER);
        person("mara@example.org", Role.MANAGER);

        var vera = of(host("h1", "VERA@example.org", "Vera"));
        var mara = of(host("h2", "mara@example.org", "Mara"));

        assertThat(vera.outcome()).isEqualTo(Outcome.RAISED);
        assertThat(vera.person().role()).isEqualTo(Role.CONTRIBUTOR);
        assertThat(mara.outcome()).isEqualTo(Outcome.KNOWN);
        assertThat(mara.person().role()).isEqualTo(Role.MANAGER);
    }

    @Test
    void leavesABlockedPersonBlocked() {
        person("bo@example.org", Role.VIEWER, PersonStatus.BLOCKED);

        var account = of(host("h1", "bo@example.org", "Bo"));

        assertThat(account.outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(account.person().role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void knowsAHostAgainAfterTheirAddressChanged() {
        var before = of(host("h1", "tomas@example.org", "Tomas")).person();

        var after = of(host("h1", "tomas.okafor@example.org", "Tomas"));

        assertThat(after.person().id()).isEqualTo(before.id());
        assertThat(people.byEmail("tomas.okafor@example.org")).isEmpty();
    }

    @Test
    void makesOneAccountHoweverManyAskAtOnce() throws Exception {
        Callable<PersonId> ask =
                () -> of(host("h1", "tomas@example.org", "Tomas")).person().id();

        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    crowd.invokeAll(IntStream.range(0, 8).mapToObj(i -> ask).toList());
            assertThat(answers)
                    .map(answer -> answer.get())
                    .containsOnly(answers.getFirst().get());
        }
    }

    @Test
    void makesNothingWhenTheTransactionRollsBack() {
        transaction.executeWithoutResult(status -> {
            hosts.of(host("h1", "tomas@example.org", "Tomas"));
            status.setRollbackOnly();
        });

        assertThat(people.byEmail("tomas@example.org")).isEmpty();
    }

    private HostAccount of(HostIdentity host) {
        return Objects.requireNonNull(transaction.execute(status -> hosts.of(host)));
    }

    private static HostIdentity host(String id, String email, String name) {
        return new HostIdentity(
                "account-1", id, email, name, ZoneId.of("Europe/Stockholm"), Locale.forLanguageTag("sv-SE"));
    }
}
