package perennial.access;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.library.Access;
import perennial.library.LibraryFixture;
import perennial.library.MediaStatus;
import perennial.library.Wish;
import perennial.people.Person;

/** A video in each state, all of one author, with all that hangs on a video; brought back to that after whatever was done to it. */
final class Shelf {
    /** A word of every title, and of none other. */
    static final String WORD = "zirkonium";

    private static final String SHEET = "sheet";

    private final LibraryFixture fixture;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Person author;
    private final Person reader;
    private final UUID category;
    private final UUID picture;
    private final Map<State, Item> items = new EnumMap<>(State.class);

    /**
     * A video.
     *
     * @param name what its title begins with, and no other text contains
     * @param secret of its link, were it open
     * @param file its original
     */
    record Item(UUID id, String name, String secret, UUID comment, UUID file) {}

    /**
     * @param reader whom the video for chosen people is for; writes the comments
     * @param category all videos are in it
     */
    Shelf(
            LibraryFixture fixture,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Person author,
            Person reader,
            UUID category) {
        this.fixture = fixture;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.author = author;
        this.reader = reader;
        this.category = category;
        this.picture = fixture.blob(SHEET).id().value();
        restore();
    }

    Item of(State state) {
        return Objects.requireNonNull(items.get(state));
    }

    /** Opens every link for a moment, and lets {@code with} use each. */
    void whileLinksAreOpen(Consumer<String> with) {
        jdbc.sql("""
                        update media set status = 'PUBLISHED', status_before = null, deleted_at = null, available_from = null,
                            available_until = null where author = ?""").param(author.id().value()).update();
        items.values().stream().map(Item::secret).forEach(with);
        restore();
    }

    /** Whether {@code text} names the video of this state. */
    boolean named(State state, String text) {
        return text.contains(of(state).name());
    }

    /** What there is of videos and comments, as one text that changes with any of it. */
    String fingerprint() {
        return jdbc.sql("""
                        select md5(string_agg(concat_ws('|', m.id, m.status, m.title, m.description, m.author, m.access, m.category,
                            m.available_from, m.available_until, m.download, m.embed, m.share, m.comments, m.version, m.deleted_at,
                            (select l.secret from media_link l where l.media = m.id),
                            (select string_agg(c.id || c.text, ',' order by c.id) from media_comment c where c.media = m.id),
                            (select string_agg(t.language || t.id, ',' order by t.id) from text_track t where t.media = m.id),
                            (select string_agg(h.title, ',' order by h.position) from chapter h where h.media = m.id),
                            (select string_agg(g.person::text, ',') from media_grant g where g.media = m.id)), ',' order by m.id))
                        from media m where m.author = ?""").param(author.id().value()).query(String.class).single();
    }

    /** Makes everything as it is to be. */
    void restore() {
        transaction.executeWithoutResult(all -> {
            for (var state : State.values()) restoreNow(state);
        });
    }

    /** Makes one video as it is to be. */
    void restore(State state) {
        transaction.executeWithoutResult(one -> restoreNow(state));
    }

    private void restoreNow(State state) {
        var item = items.get(state);
        if (item == null || lost(item)) {
            item = add();
            items.put(state, item);
        }
        put(state, item);
        surround(state, item);
    }

    private boolean lost(Item item) {
        return jdbc.sql("select count(*) from media where id = ?")
                        .param(item.id())
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private Item add() {
        var name = "Q" + UUID.randomUUID().toString().replace("-", "");
        var id = fixture.add(author, Wish.DRAFT, name + " " + WORD).value();
        var file = jdbc.sql("select blob from media_original where media = ?")
                .param(id)
                .query(UUID.class)
                .single();
        var secret = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
        return new Item(id, name, secret, UUID.randomUUID(), file);
    }

    private void put(State state, Item item) {
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        var deleted = state.status() == MediaStatus.DELETED;
        jdbc.sql("""
                        update media set status = :status, access = :access, title = :title, description = '', author = :author,
                            category = :category, available_from = :from, available_until = :until, deleted_at = :deleted,
                            status_before = :before, published_at = :now, recorded_at = :now, poster = :picture,
                            poster_by_hand = true, download = true, embed = true, share = true, comments = true
                        where id = :id""")
                .param("status", state.status().name())
                .param("access", state.access().name())
                .param("title", item.name() + " " + WORD)
                .param("author", author.id().value())
                .param("category", category)
                .param("from", moment(now, state.from()))
                .param("until", moment(now, state.until()))
                .param("deleted", deleted ? now : null)
                .param("before", deleted ? MediaStatus.PUBLISHED.name() : null)
                .param("now", now)
                .param("picture", picture)
                .param("id", item.id())
                .update();
    }

    private static @Nullable OffsetDateTime moment(OffsetDateTime now, @Nullable Duration after) {
        return after == null ? null : now.plus(after);
    }

    private void surround(State state, Item item) {
        var id = item.id();
        run("delete from media_link where media = ?", id);
        if (state.access() == Access.LINK) {
            run("insert into media_link (media, secret, made_at) values (?, ?, now())", id, item.secret());
        }
        run("delete from media_grant where media = ?", id);
        if (state.access() == Access.CHOSEN) {
            run(
                    "insert into media_grant (media, person) values (?, ?)",
                    id,
                    reader.id().value());
        }
        run("delete from media_comment where media = ?", id);
        run(
                "insert into media_comment (id, media, author, text, written_at) values (?, ?, ?, 'First', now())",
                item.comment(),
                id,
                reader.id().value());
        run("""
                insert into text_track (media, version, language, label, position)
                select id, version, 'en', 'English', 0 from media where id = ? on conflict do nothing""", id);
        run("delete from submission where media = ?", id);
        if (state.status() == MediaStatus.IN_REVIEW) {
            run("""
                    insert into submission (id, media, submitted_at, needed, state)
                    values (gen_random_uuid(), ?, now(), 1, 'WAITING')""", id);
        }
        run("""
                insert into storyboard (id, asked, version) select id, version, version from media where id = ?
                on conflict do nothing""", id);
        run("""
                insert into storyboard_sheet (media, position, blob, start_ms, between_ms, pictures)
                values (?, 0, ?, 0, 1000, 1) on conflict do nothing""", id, picture);
    }

    private void run(String statement, Object... values) {
        jdbc.sql(statement).params(values).update();
    }
}
