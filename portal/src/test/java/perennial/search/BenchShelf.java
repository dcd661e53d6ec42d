package perennial.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills a portal for {@code bench/library} and {@code bench/search}: items over five years, ten lines each, by Zipf's law as
 * in real speech, of many authors and with mixed rights. Written past the program, in the shape it would have written.
 */
final class BenchShelf {
    static final int LINES = 10;
    static final int CATEGORIES = 20;
    static final int TAGS = 500;

    private static final int PEOPLE = 2_000;
    private static final int WORDS_A_LINE = 9;
    private static final int BATCH = 20_000;
    private static final long SEED = 20260301;

    private final DataSource source;
    private final JdbcClient jdbc;
    private final BenchWords words = new BenchWords();
    private final int items;

    BenchShelf(DataSource source, int items) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
        this.items = items;
    }

    /** Does nothing when they are there. */
    void fill() throws SQLException, IOException {
        if (jdbc.sql("select count(*) from (select 1 from media limit ?) m")
                        .params(items)
                        .query(Integer.class)
                        .single()
                == items) {
            return;
        }
        say("people");
        people();
        jdbc.sql("""
                        insert into category (id, name, name_key, created_at)
                        select md5('category' || n)::uuid, 'Category ' || n, 'category ' || n, now()
                        from generate_series(0, ?) n on conflict do nothing""").params(CATEGORIES - 1).update();
        say("items");
        media();
        say("lines");
        lines();
        say("index");
        index();
        jdbc.sql("vacuum analyze").update();
    }

    /** A fifth of a hundred moderate; the others are Viewers and Contributors. */
    private void people() {
        jdbc.sql("""
                        insert into person (id, email, email_key, name, role, status, created_at, created_by)
                        select md5('person' || n)::uuid, 'p' || n || '@bench.test', 'p' || n || '@bench.test', 'Person ' || n,
                            case when n % 500 = 0 then 'MODERATOR' when n % 3 = 0 then 'VIEWER' else 'CONTRIBUTOR' end,
                            'ACTIVE', now(), 'bench'
                        from generate_series(1, ?) n on conflict do nothing""").params(PEOPLE).update();
    }

    private void media() throws SQLException, IOException {
        try (var connection = source.getConnection()) {
            hurry(connection);
            connection.setAutoCommit(false); // items and versions refer to each other
            var random = new Random(SEED);
            var start = Instant.parse("2021-03-01T08:00:00Z");
            var apart = Duration.between(start, Instant.parse("2026-03-01T08:00:00Z"))
                    .dividedBy(items);
            for (var from = 0; from < items; from += BATCH) {
                var media = new StringBuilder();
                var versions = new StringBuilder();
                var tracks = new StringBuilder();
                var grants = new StringBuilder();
                var tags = new StringBuilder();
                for (var n = from; n < Math.min(items, from + BATCH); n++) {
                    var id = id(n);
                    var chance = random.nextInt(100);
                    var access = chance < 78 ? "PORTAL" : chance < 83 ? "PUBLIC" : chance < 93 ? "CHOSEN" : "AUTHOR";
                    row(
                            media,
                            id,
                            (n % 5 == 0 ? "upload:" : "zoom:bench/") + n,
                            words.line(random, 4),
                            words.line(random, 12),
                            person(skewed(random)),
                            n % 40 == 7 ? "DRAFT" : "PUBLISHED",
                            access,
                            "f",
                            start.plus(apart.multipliedBy(n)),
                            300_000 + random.nextInt(5_000_000),
                            1,
                            "f",
                            "f",
                            "t",
                            "t",
                            start,
                            start,
                            n % 40 == 7 ? "\\N" : start,
                            n % 3 == 0 ? "\\N" : category(n % CATEGORIES));
                    var tag = tag(random.nextInt(TAGS));
                    row(tags, id, tag, tag);
                    row(versions, id, 1, "x", start);
                    if (n % 10 < 7) row(tracks, id, 1, "en", "English", 0);
                    if (access.equals("CHOSEN")) row(grants, id, person(1 + random.nextInt(PEOPLE)));
                }
                copy(
                        connection,
                        "media (id, source, title, description, author, status, access, moderated, recorded_at, length_ms,"
                                + " version, download, embed, share, comments, created_at, changed_at, published_at, category)",
                        media);
                copy(connection, "media_version (media, number, fingerprint, made_at)", versions);
                copy(connection, "text_track (media, version, language, label, position)", tracks);
                copy(connection, "media_tag (media, tag_key, tag)", tags);
                copy(connection, "media_grant (media, person)", grants);
                connection.commit();
            }
        }
    }

    private void lines() throws SQLException, IOException {
        try (var connection = source.getConnection()) {
            hurry(connection);
            jdbc.sql("create unlogged table bench_line (media uuid, position int, text text)")
                    .update();
            var random = new Random(SEED + 1);
            var text = new StringBuilder();
            for (var n = 0; n < items; n++) {
                for (var line = 0; line < LINES; line++) row(text, id(n), line, words.line(random, WORDS_A_LINE));
                if (n % 2_000 == 1_999 || n == items - 1) {
                    copy(connection, "bench_line (media, position, text)", text);
                    text.setLength(0);
                }
            }
        }
    }

    /** What the job writes, by the functions it uses. */
    private void index() throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            hurry(connection);
            statement.execute("set maintenance_work_mem = '512MB'");
            statement.execute("set work_mem = '64MB'");
            statement.execute("drop index search_document_heading");
            statement.execute("drop index search_document_words");
            statement.execute("""
                    insert into search_document (id, language, heading, words, heading_of, version)
                    select m.id, 'english', h.words, h.words || search_vector('search_english', l.text), '', 1
                    from media m join person p on p.id = m.author
                        cross join lateral (
                            select setweight(to_tsvector('search_english', m.title) || to_tsvector('search_simple', m.title), 'A')
                                || setweight(to_tsvector('search_simple', p.name), 'B')
                                || setweight(search_vector('search_english', m.description), 'C') as words) h
                        join (select media, string_agg(text, ' ' order by position) as text from bench_line group by media) l
                            on l.media = m.id""");
            statement.execute("""
                    insert into search_line (media, position, chat, at_ms, who, text, words)
                    select media, position, position = 9, position * 20000, 'Person ' || position, text,
                        search_vector('search_english', text)
                    from bench_line""");
            statement.execute("drop table bench_line");
            statement.execute("create index search_document_heading on search_document using gin (heading)");
            statement.execute("create index search_document_words on search_document using gin (words)");
        }
    }

    /** What is lost in a crash is written anew. */
    private static void hurry(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
        }
    }

    private static void copy(Connection connection, String into, StringBuilder rows) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + into + " from stdin", new StringReader(rows.toString()));
    }

    private static void row(StringBuilder rows, Object... values) {
        for (var i = 0; i < values.length; i++) rows.append(i == 0 ? "" : "\t").append(values[i]);
        rows.append('\n');
    }

    static UUID id(int n) {
        return new UUID(new Random(n * 31L + 7).nextLong(), n);
    }

    static UUID person(int n) {
        return UUID.fromString(md5("person" + n));
    }

    static UUID category(int n) {
        return UUID.fromString(md5("category" + n));
    }

    static String tag(int n) {
        return "tag " + n;
    }

    /** Few people host much. */
    private static int skewed(Random random) {
        return 1 + (int) Math.min(PEOPLE - 1, Math.exp(random.nextDouble() * Math.log(PEOPLE)));
    }

    private static String md5(String text) {
        try {
            var hash = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
            var hex = HexFormat.of().formatHex(hash);
            return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void say(String what) {
        System.err.printf("  writing %s …%n", what);
    }
}
