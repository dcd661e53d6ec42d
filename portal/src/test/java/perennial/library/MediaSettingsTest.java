package perennial.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import perennial.PortalTest;
import perennial.people.Person;
import perennial.people.PersonId;
import perennial.people.Role;
import perennial.settings.DefaultPublish;
import perennial.settings.PortalSettings;
import perennial.settings.PublishedVideos;
import perennial.settings.Settings;
import perennial.storage.BlobStore;

/** What authors set of a video (P5), and the portal's defaults over what is there (P6). */
@Import(LibraryFixture.class)
class MediaSettingsTest extends PortalTest {
    private static final String VTT = "WEBVTT\n\n00:01.000 --> 00:03.000\nPut right by hand\n";

    @Autowired
    private LibraryFixture fixture;

    @Autowired
    private Library library;

    @Autowired
    private MediaEditing editing;

    @Autowired
    private MediaChanges changes;

    @Autowired
    private Categories categories;

    @Autowired
    private Captions captions;

    @Autowired
    private Pictures pictures;

    @Autowired
    private BlobStore store;

    @Autowired
    private Links links;

    @Autowired
    private VisibleMedia visible;

    @Autowired
    private VisibleBytes bytes;

    @Autowired
    private PortalSettings settings;

    @Autowired
    private PublishedVideos published;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void settingsAsTheyWere() {
        settings.change(Settings.initial(), "test");
    }

    @Test
    void keepsEverythingThatWasSetAndSavesNothingTwice() {
        var author = fixture.person(Role.CONTRIBUTOR);
        var viewer = fixture.person(Role.VIEWER);
        var category = categories.add("Company " + UUID.randomUUID(), fixture.person(Role.MANAGER));
        var id = fixture.add(author, Wish.DRAFT, "Planning");
        var wanted = new MediaSettings(
                "Plans",
                "For next year",
                author.id(),
                Instant.parse("2025-06-02T09:30:00Z"),
                category,
                List.of("budget", " Budget", "planning"),
                Access.CHOSEN,
                List.of(person(viewer)),
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2036-01-01T00:00:00Z"),
                new Media.Allowed(true, true, false, false));

        assertThat(editing.save(id, author, wanted)).hasSize(10);

        var kept = editing.of(visible.find(id, author.id()).orElseThrow());
        assertThat(kept.tags()).containsExactly("budget", "planning");
        assertThat(kept.category()).isEqualTo(category);
        assertThat(kept.grants()).containsExactly(person(viewer));
        assertThat(kept.allowed()).isEqualTo(wanted.allowed());
        assertThat(editing.save(id, author, kept)).isEmpty();
    }

    @Test
    void saysWhichFieldIsWrongAndKeepsNothing() {
        var author = fixture.person(Role.CONTRIBUTOR);
        var id = fixture.add(author, Wish.DRAFT, "Planning");
        var later = Instant.parse("2030-01-01T00:00:00Z");

        assertThat(wrong(id, author, now -> with(now, "Other", now.access(), later, later.minusSeconds(1))))
                .isEqualTo("availableUntil");
        assertThat(wrong(id, author, now -> with(now, " ", now.access(), null, null)))
                .isEqualTo("title");
        assertThat(wrong(id, author, now -> by(now, fixture.person(Role.VIEWER).id())))
                .isEqualTo("author");
        assertThat(visible.find(id, author.id()).orElseThrow().title()).isEqualTo("Planning");
    }

    @Test
    void showsAVideoOnlyWhileItIsAvailable() {
        var author = fixture.person(Role.CONTRIBUTOR);
        var viewer = fixture.person(Role.VIEWER);
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        var now = Instant.now();

        editing.save(id, author, with(of(id, author), "Planning", Access.PUBLIC, now.plusSeconds(3600), null));
        assertThat(visible.find(id, viewer.id())).isEmpty();
        assertThat(visible.find(id, null)).isEmpty();
        assertThat(visible.find(id, author.id())).isPresent();

        editing.save(id, author, with(of(id, author), "Planning", Access.PUBLIC, null, now.minusSeconds(1)));
        assertThat(visible.find(id, viewer.id())).isEmpty();

        editing.save(
                id,
                author,
                with(of(id, author), "Planning", Access.PUBLIC, now.minusSeconds(9), now.plusSeconds(3600)));
        assertThat(visible.find(id, null)).isPresent();
    }

    @Test
    void showsAChosenVideoToThoseItIsGrantedToOnly() {
        var author = fixture.person(Role.CONTRIBUTOR);
        var chosen = fixture.person(Role.VIEWER);
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");

        editing.save(id, author, chosen(of(id, author), List.of(person(chosen))));
        assertThat(visible.find(id, chosen.id())).isPresent();
        assertThat(visible.find(id, fixture.person(Role.VIEWER).id())).isEmpty();

        editing.save(id, author, chosen(of(id, author), List.of()));
        assertThat(visible.find(id, chosen.id())).isEmpty();
    }

    @Test
    void opensALinkUntilItIsRevokedOrAnotherAccessIsChosen() {
        var author = fixture.person(Role.CONTRIBUTOR);
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        assertThat(editing.link(id, author)).isEmpty();

        editing.save(id, author, with(of(id, author), "Planning", Access.LINK, null, null));
        var first = editing.link(id, author).orElseThrow();
        editing.replaceLink(id, author);
        var second = editing.link(id, author).orElseThrow();

        assertThat(first).hasSizeGreaterThanOrEqualTo(43).isNotEqualTo(second);
        assertThat(links.opens(first)).isEmpty();
        assertThat(links.opens(second)).contains(id);
        assertThat(visible.published(null, "Planning", Cursor.START, 99))
                .noneMatch(item -> item.id().equals(id));
        changes.returnToDraft(id, author);
        assertThat(links.opens(second)).isEmpty();
        changes.publish(id, author);
        editing.save(id, author, with(of(id, author), "Planning", Access.PORTAL, null, null));
        assertThat(links.opens(second)).isEmpty();
        assertThat(editing.link(id, author)).isEmpty();
        assertThatThrownBy(() -> editing.link(id, fixture.person(Role.CONTRIBUTOR)))
                .isInstanceOf(UnknownMedia.class);
    }

    @Test
    void givesTheRightsToWhoeverTheVideoIsHandedTo() {
        var author = fixture.person(Role.CONTRIBUTOR);
        var heir = fixture.person(Role.CONTRIBUTOR);
        var id = fixture.add(author, Wish.DRAFT, "Planning");

        editing.save(id, author, by(of(id, author), heir.id()));

        assertThat(visible.find(id, author.id())).isEmpty();
        assertThat(changes.editable(id, heir).author()).isEqualTo(heir.id());
    }

    @Test
    void sendsAnApprovedVideoBackForWordsAccessAndCaptionsButNotForTags() {
        moderate();
        var author = fixture.person(Role.CONTRIBUTOR);
        var ids = List.of(approved(author), approved(author), approved(author), approved(author));

        editing.save(ids.get(0), author, with(of(ids.get(0), author), "Other words", Access.PORTAL, null, null));
        editing.save(ids.get(1), author, with(of(ids.get(1), author), "Planning", Access.PUBLIC, null, null));
        captions.put(ids.get(2), author, "sv", VTT);
        var now = of(ids.get(3), author);
        editing.save(
                ids.get(3),
                author,
                new MediaSettings(
                        now.title(),
                        now.description(),
                        now.author(),
                        now.recordedAt(),
                        null,
                        List.of("new"),
                        now.access(),
                        now.grants(),
                        null,
                        null,
                        new Media.Allowed(true, true, true, true)));

        assertThat(ids.stream().map(id -> library.status(id).orElseThrow()))
                .containsExactly(
                        MediaStatus.IN_REVIEW, MediaStatus.IN_REVIEW, MediaStatus.IN_REVIEW, MediaStatus.PUBLISHED);
    }

    @Test
    void keepsCaptionsByHandWhenARejoinBringsOthers() {
        var author = fixture.person(Role.CONTRIBUTOR);
        var id = fixture.add(author, Wish.DRAFT, "Planning");

        captions.put(id, author, "en", VTT);
        captions.put(id, author, "sv", VTT.replace("Put right by hand", "Rättat för hand"));
        fixture.bring(id, fixture.content("what Zoom heard"));

        assertThat(words(id, "en", author)).containsExactly("Put right by hand");
        assertThat(words(id, "sv", author)).containsExactly("Rättat för hand");
        assertThat(captions.of(visible.find(id, author.id()).orElseThrow()))
                .extracting(Captions.Listed::language, Captions.Listed::byHand)
                .containsExactlyInAnyOrder(tuple("en", true), tuple("sv", true));
        captions.put(id, author, "sv", "1\n00:00:01,000 --> 00:00:03,000\nSubRip\n");
        assertThat(words(id, "sv", author)).containsExactly("SubRip");
        captions.remove(id, author, "sv");
        fixture.bring(id, fixture.content("and again"));
        assertThat(bytes.captions(id, "sv", author.id())).isEmpty();
        assertThatThrownBy(() -> captions.put(id, author, "en", "no captions at all"))
                .isInstanceOf(NotPossible.class);
        assertThatThrownBy(() -> captions.put(id, author, "../x", VTT)).isInstanceOf(NotPossible.class);
    }

    @Test
    void drawsABroughtPictureAnewAndKeepsItOverNewVersions() throws IOException {
        var author = fixture.person(Role.CONTRIBUTOR);
        var id = fixture.add(author, Wish.DRAFT, "Planning");

        pictures.bring(id, author, png(2560, 1440));
        var brought = visible.find(id, author.id()).orElseThrow().poster();
        fixture.bring(id, fixture.content("late"));

        assertThat(brought).isNotNull();
        assertThat(visible.find(id, author.id()).orElseThrow().poster()).isEqualTo(brought);
        assertThatThrownBy(() -> pictures.bring(id, author, "<svg onload=alert(1)>".getBytes(UTF_8)))
                .isInstanceOf(NotPossible.class);
        assertThatThrownBy(() -> pictures.take(id, author, Duration.ofHours(9).toSeconds()))
                .isInstanceOf(NotPossible.class);
    }

    @Test
    void keepsEveryPictureSmallHoweverItIsShaped() throws IOException {
        var author = fixture.person(Role.CONTRIBUTOR);
        var id = fixture.add(author, Wish.DRAFT, "Planning");

        assertThat(kept(id, author, png(6400, 3600))).isEqualTo("1280x720");
        assertThat(kept(id, author, png(900, 9000))).isEqualTo("128x1280");
        assertThat(kept(id, author, png(1, 9000))).isEqualTo("1x1280");
        assertThat(kept(id, author, png(320, 180))).isEqualTo("320x180");
    }

    private String kept(MediaId id, Person author, byte[] brought) throws IOException {
        pictures.bring(id, author, brought);
        var blob = visible.find(id, author.id()).orElseThrow().poster();
        var picture = ImageIO.read(store.localFile(Objects.requireNonNull(blob)).toFile());
        return picture.getWidth() + "x" + picture.getHeight();
    }

    @Test
    void givesThePortalsDefaultsToWhatIsPublishedWhenAsked() {
        var author = fixture.person(Role.CONTRIBUTOR);
        var category = categories.add("Defaults " + UUID.randomUUID(), fixture.person(Role.MANAGER));
        var shown = fixture.add(author, Wish.PUBLISHED, "Shown");
        var draft = fixture.add(author, Wish.DRAFT, "Draft");

        published.apply(new DefaultPublish("link", true, true, false, false, category.name()), "test");

        assertThat(of(shown, author).access()).isEqualTo(Access.LINK);
        assertThat(of(shown, author).category()).isEqualTo(category);
        assertThat(of(shown, author).allowed()).isEqualTo(new Media.Allowed(true, true, false, false));
        assertThat(links.opens(editing.link(shown, author).orElseThrow())).contains(shown);
        assertThat(of(draft, author).access()).isEqualTo(Access.PORTAL);
        published.apply(DefaultPublish.initial(), "test");
        assertThat(editing.link(shown, author)).isEmpty();
    }

    @Test
    void putsNewVideosIntoTheDefaultCategory() {
        var author = fixture.person(Role.CONTRIBUTOR);
        var category = categories.add("New " + UUID.randomUUID(), fixture.person(Role.MANAGER));
        var now = Settings.initial();
        settings.change(
                new Settings(
                        now.name(),
                        now.timeZone(),
                        false,
                        1,
                        false,
                        new DefaultPublish("link", false, false, true, true, category.name())),
                "test");

        var id = fixture.add(author, Wish.PUBLISHED, "Planning");

        assertThat(of(id, author).category()).isEqualTo(category);
        assertThat(links.opens(editing.link(id, author).orElseThrow())).contains(id);
    }

    @Test
    void letsManagersKeepTheCategories() {
        var manager = fixture.person(Role.MANAGER);
        var name = "Research " + UUID.randomUUID();
        var category = categories.add(name, manager);

        assertThatThrownBy(() -> categories.add(name.toUpperCase(Locale.ROOT), manager))
                .hasMessageContaining("already");
        assertThatThrownBy(() -> categories.add("Mine", fixture.person(Role.MODERATOR)))
                .hasMessageContaining("Manager");
        categories.rename(category.id(), name + " and product", manager);
        assertThat(categories.named(name + " AND product")).isPresent();
        categories.remove(category.id(), manager);
        assertThat(categories.find(category.id())).isEmpty();
    }

    private MediaId approved(Person author) {
        var id = fixture.add(author, Wish.PUBLISHED, "Planning");
        jdbc.sql("update media set status = 'PUBLISHED', published_at = now() where id = ?")
                .param(id.value())
                .update();
        return id;
    }

    private void moderate() {
        var now = Settings.initial();
        settings.change(new Settings(now.name(), now.timeZone(), true, 1, false, now.defaultPublish()), "test");
    }

    private List<String> words(MediaId id, String language, Person viewer) {
        return bytes.captions(id, language, viewer.id()).orElseThrow().stream()
                .map(SpokenLine::text)
                .toList();
    }

    private MediaSettings of(MediaId id, Person viewer) {
        return editing.of(visible.find(id, viewer.id()).orElseThrow());
    }

    private @Nullable String wrong(MediaId id, Person by, UnaryOperator<MediaSettings> change) {
        try {
            editing.save(id, by, change.apply(of(id, by)));
            return null;
        } catch (NotPossible e) {
            return e.field();
        }
    }

    private static MediaSettings with(
            MediaSettings now, String title, Access access, @Nullable Instant from, @Nullable Instant until) {
        return new MediaSettings(
                title,
                now.description(),
                now.author(),
                now.recordedAt(),
                now.category(),
                now.tags(),
                access,
                now.grants(),
                from,
                until,
                now.allowed());
    }

    private static MediaSettings chosen(MediaSettings now, List<Grant> grants) {
        return new MediaSettings(
                now.title(),
                now.description(),
                now.author(),
                now.recordedAt(),
                now.category(),
                now.tags(),
                Access.CHOSEN,
                grants,
                null,
                null,
                now.allowed());
    }

    private static MediaSettings by(MediaSettings now, PersonId author) {
        return new MediaSettings(
                now.title(),
                now.description(),
                author,
                now.recordedAt(),
                now.category(),
                now.tags(),
                now.access(),
                now.grants(),
                null,
                null,
                now.allowed());
    }

    private static Grant person(Person person) {
        return new Grant(Grant.Kind.PERSON, person.id().value(), person.email());
    }

    private static byte[] png(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png", out);
        return out.toByteArray();
    }
}
