package perennial.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import perennial.PortalTest;
import perennial.SettableClock;
import perennial.library.LibraryFixture;
import perennial.library.VisibleMedia;
import perennial.library.Watching.Watched;
import perennial.library.Wish;
import perennial.people.Role;

@Import({LibraryFixture.class, SettableClock.InPortal.class})
class ProgressTest extends PortalTest {
    @Autowired
    private Progress progress;

    @Autowired
    private VisibleMedia visible;

    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private SettableClock clock;

    @Test
    void remembersWhereAPersonStoppedAndCountsThemOnceADay() {
        var viewer = fixture.person(Role.VIEWER);
        var id = fixture.add(fixture.person(Role.CONTRIBUTOR), Wish.PUBLISHED, "Planning");
        var item = visible.find(id, viewer.id()).orElseThrow();

        progress.at(item, viewer.id(), Duration.ofSeconds(20));
        progress.at(item, viewer.id(), Duration.ofSeconds(30));
        clock.advance(Duration.ofDays(1));
        progress.at(item, viewer.id(), Duration.ofSeconds(40));

        assertThat(progress.of(List.of(id), viewer.id()))
                .containsEntry(id, new Watched(2, Duration.ofSeconds(40), false));
        assertThat(progress.unfinished(viewer.id(), 3)).containsExactly(id);
    }

    @Test
    void takesItOverTheApiToo() throws Exception {
        var viewer = fixture.person(Role.VIEWER);
        var id = fixture.add(fixture.person(Role.CONTRIBUTOR), Wish.PUBLISHED, "Planning");
        var draft = fixture.add(fixture.person(Role.CONTRIBUTOR), Wish.DRAFT, "Not theirs");
        var body = "{\"position\": 12.5}";

        assertThat(call("PUT", "/api/v1/media/" + id + "/progress", body, fixture.token(viewer))
                        .statusCode())
                .isEqualTo(204);
        assertThat(call("PUT", "/api/v1/media/" + draft + "/progress", body, fixture.token(viewer))
                        .statusCode())
                .isEqualTo(404);
        assertThat(call("PUT", "/api/v1/media/" + id + "/progress", body, null).statusCode())
                .isEqualTo(401);

        assertThat(progress.of(List.of(id), viewer.id()))
                .containsEntry(id, new Watched(1, Duration.ofMillis(12_500), false));
    }

    @Test
    void doesNotAskAnybodyToGoOnWithWhatTheySawToTheEnd() {
        var viewer = fixture.person(Role.VIEWER);
        var id = fixture.add(fixture.person(Role.CONTRIBUTOR), Wish.PUBLISHED, "Planning");
        var item = visible.find(id, viewer.id()).orElseThrow();

        progress.at(item, viewer.id(), Duration.ofHours(9)); // beyond the end, as a hand-made request may say

        assertThat(progress.of(List.of(id), viewer.id())).containsEntry(id, new Watched(1, item.length(), true));
        assertThat(progress.unfinished(viewer.id(), 3)).isEmpty();
    }

    @Test
    void knowsNothingOfAnItemThatNobodyWatched() {
        var id = fixture.add(fixture.person(Role.CONTRIBUTOR), Wish.PUBLISHED, "Planning");

        assertThat(progress.of(List.of(id), null)).containsEntry(id, Watched.NEVER);
    }
}
