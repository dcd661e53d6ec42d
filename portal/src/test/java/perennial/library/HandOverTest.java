package perennial.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import perennial.Browser;
import perennial.PortalTest;
import perennial.people.Person;
import perennial.people.Role;

@Import(LibraryFixture.class)
class HandOverTest extends PortalTest {
    @Autowired
    private VisibleMedia visible;

    @Autowired
    private LibraryFixture fixture;

    @Test
    void movesEverythingWithTheRightsOverItAndNothingElse() {
        var leaver = fixture.person(Role.CONTRIBUTOR);
        var heir = fixture.person(Role.CONTRIBUTOR);
        var other = fixture.person(Role.CONTRIBUTOR);
        var draft = fixture.add(leaver, Wish.DRAFT, "Draft");
        var published = fixture.add(leaver, Wish.PUBLISHED, "Published");
        var others = fixture.add(other, Wish.DRAFT, "Another's");

        var answer = hand(fixture.token(fixture.person(Role.MANAGER)), leaver, heir.email());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"media\":2}");
        assertThat(visible.find(draft, leaver.id())).isEmpty();
        assertThat(visible.find(draft, heir.id())).map(Media::author).hasValue(heir.id());
        assertThat(visible.find(published, heir.id())).map(Media::author).hasValue(heir.id());
        assertThat(visible.find(others, other.id())).map(Media::author).hasValue(other.id());
    }

    @Test
    void needsAnHeirWhoMayBeAnAuthor() {
        var leaver = fixture.person(Role.CONTRIBUTOR);
        var id = fixture.add(leaver, Wish.DRAFT, "Draft");
        var token = fixture.token(fixture.person(Role.MANAGER));

        assertThat(hand(token, leaver, fixture.person(Role.VIEWER).email()).body())
                .contains("not-an-author");
        assertThat(hand(token, leaver, "nobody@example.org").statusCode()).isEqualTo(400);
        assertThat(hand(token, leaver, leaver.email()).statusCode()).isEqualTo(409);
        assertThat(visible.find(id, leaver.id())).map(Media::author).hasValue(leaver.id());
    }

    @ParameterizedTest
    @EnumSource(names = {"VIEWER", "CONTRIBUTOR", "MODERATOR"})
    void isForManagersOnly(Role role) {
        var leaver = fixture.person(Role.CONTRIBUTOR);
        var asker = fixture.person(role);

        assertThat(hand(fixture.token(asker), leaver, asker.email()).statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> hand(String token, Person from, String to) {
        try (var script = new Browser(this::at)) {
            return script.send(HttpRequest.newBuilder(at("/api/v1/people/" + from.id() + "/hand-over"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"to\":\"" + to + "\"}")));
        }
    }
}
