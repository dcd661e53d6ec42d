package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import perennial.PortalTest;
import perennial.library.LibraryFixture;
import perennial.people.Person;
import perennial.people.Role;
import zoomsim.Options;
import zoomsim.Simulator;
import zoomsim.account.Meeting;

/** The whole portal beside simulated Zoom accounts, each of them new. */
@Import(LibraryFixture.class)
@TestPropertySource(
        properties = {
            "perennial.sync.first-retry=PT0.5S",
            "perennial.sync.longest-retry=PT1S",
            "perennial.sync.attempts=4",
            "perennial.sync.scan-attempts=3",
            "perennial.sync.first-look=PT0.5S",
            "perennial.sync.longest-look=PT1S",
            "perennial.sync.every=PT1H",
            "perennial.sync.keep-free=1MB",
            "perennial.alerts.every=P1D"
        })
abstract class SyncTest extends PortalTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<SyncProcess> AT_REST =
            Set.of(SyncProcess.FINISHED, SyncProcess.FINISHED_WITH_WARNINGS, SyncProcess.ERROR, SyncProcess.OFF);

    @Autowired
    protected Connections connections;

    @Autowired
    protected SyncControl control;

    @Autowired
    protected Status status;

    @Autowired
    protected Ledger ledger;

    @Autowired
    protected LedgerActions actions;

    @Autowired
    protected LibraryFixture people;

    @Autowired
    protected JdbcClient jdbc;

    private final List<Simulator> simulators = new ArrayList<>();
    private final List<ConnectionId> made = new ArrayList<>();

    @AfterEach
    void switchEverythingOff() {
        var administrator = people.person(Role.ADMINISTRATOR);
        for (var id : made) {
            if (connections.all().stream().noneMatch(each -> each.id().equals(id))) continue;
            connections.switchTo(id, false, administrator);
            await().atMost(PATIENCE).until(() -> status.of(id).count(RecordingState.IMPORTING) == 0);
        }
        simulators.forEach(Simulator::close);
    }

    protected Simulator zoom(String... more) {
        try {
            var options = new ArrayList<>(List.of("--size=empty", "--media=", "--account-id=acc-" + UUID.randomUUID()));
            options.addAll(List.of(more));
            var simulator = Simulator.start(Options.parse(options.toArray(String[]::new)));
            simulators.add(simulator);
            return simulator;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected Meeting meeting(Simulator zoom, SimulatedMeeting described) {
        var meeting = described.build();
        zoom.account().put(meeting);
        return meeting;
    }

    /** Fields for a connection to {@code zoom} that works. */
    protected Map<String, Object> access(Simulator zoom) {
        var credentials = Options.forTests().credentials();
        return new HashMap<>(Map.of(
                "name", "Simulated " + zoom.port(),
                "accountId", zoom.account().id(),
                "clientId", credentials.clientId(),
                "clientSecret", credentials.clientSecret(),
                "oauthUrl", zoom.url(),
                "apiUrl", zoom.url() + "/v2"));
    }

    protected ConnectionId connect(Simulator zoom, Person by, Map<String, ?> more) {
        var fields = access(zoom);
        fields.putAll(more);
        var id = connections.create(fields, by).id();
        madeHere(id);
        return id;
    }

    /** Switched off after the test. */
    protected void madeHere(ConnectionId id) {
        made.add(id);
    }

    protected ConnectionStatus atRest(ConnectionId id) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> AT_REST.contains(status.of(id).syncProcess()));
        return status.of(id);
    }

    protected List<LedgerPage.Entry> entries(ConnectionId id) {
        return ledger.page(id, LedgerFilter.ALL, null, 100).entries();
    }

    protected LedgerPage.Entry only(ConnectionId id) {
        var entries = entries(id);
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    protected void assertSameBytes(Meeting meeting, LedgerPage.Entry entry) {
        var there = meeting.files().stream()
                .map(file -> file.content().sha256())
                .sorted()
                .toList();
        var here = entry.files().stream().map(LedgerFile::sha256).sorted().toList();
        assertThat(here).isEqualTo(there);
    }
}
