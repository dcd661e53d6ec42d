package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.jobs.WantedJobs;
import perennial.people.Person;
import perennial.people.Role;
import perennial.secrets.Vault;
import zoomsim.Simulator;

/** Questions to Zoom, asked in odd ways. */
class InquiriesTest extends SyncTest {
    @Autowired
    private Inquiries inquiries;

    @Autowired
    private InquiryRows rows;

    @Autowired
    private WantedJobs jobs;

    @Autowired
    private Vault vault;

    private Person manager;
    private Simulator zoom;

    @BeforeEach
    void setUp() {
        manager = people.person(Role.MANAGER);
        zoom = zoom();
    }

    /** Each address is random, so that no index makes the list short. */
    @Test
    void takesALongListOfUsers() {
        var users = Stream.generate(() -> "%s@northwind.example".formatted(UUID.randomUUID()))
                .limit(2_000)
                .collect(Collectors.joining("\n"));
        var fields = access(zoom);
        fields.putAll(Map.of("users", users, "oauthUrl", "http://127.0.0.1:1", "apiUrl", "http://127.0.0.1:1/v2"));

        assertThat(inquiries.preview(null, fields, manager).kind()).isEqualTo(Inquiry.Kind.PREVIEW);
    }

    @Test
    void endsAQuestionWhoseAnswerBreaks() {
        var id = InquiryId.random();
        var noFields = vault.seal("zoom_inquiry/%s/fields".formatted(id), "[]");
        rows.add(id, Inquiry.Kind.PREVIEW, null, noFields, "broken " + id, "ada@northwind.example");

        jobs.ask(InquiryJob.INQUIRY, InquiryRows.TABLE, id.value());

        await().atMost(Duration.ofSeconds(20)).until(() -> inquiries.require(id).ended());
        assertThat(inquiries.require(id).failure()).contains("Ask again");
        assertThat(inquiries.sent(inquiries.require(id))).isEmpty();
    }

    @Test
    void doesNotWaitForAnAnswerThatNeverCame() {
        var id = connect(zoom, manager, Map.of());
        jdbc.sql("""
                        insert into zoom_inquiry (id, kind, connection_id, fields, question, asked_by, asked_at)
                        values (gen_random_uuid(), 'comparison', :id, 'sealed', 'comparison of ' || :id, 'ada', now() - interval '2 hours')""").param("id", id.value()).update();

        assertThat(inquiries.compare(id, manager).ended()).isTrue();
        assertThat(jdbc.sql("select count(*) from zoom_inquiry where fields = 'sealed'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
