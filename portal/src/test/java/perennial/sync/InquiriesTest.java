package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import perennial.people.Person;
import perennial.people.Role;
import zoomsim.Simulator;

/** Questions to Zoom, asked in odd ways. */
class InquiriesTest extends SyncTest {
    @Autowired
    private Inquiries inquiries;

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
}
