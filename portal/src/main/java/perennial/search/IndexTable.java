package perennial.search;

import static java.util.stream.Collectors.joining;

import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.library.MediaId;
import perennial.library.MediaText;

/** Writes the index. Every method joins the caller's transaction. */
@Repository
class IndexTable {
    /** So much of what is said can be found; PostgreSQL keeps a megabyte of words for an item, and this fits in any case. */
    private static final int LONGEST = 250_000;
    /** The place of a word that PostgreSQL can still tell from the next one. */
    private static final int LAST_PLACE = 16_000;

    private static final int MOST_PEOPLE = 300;
    private static final int BATCH = 500;

    /** Also as written and in order, unlike what is said: headings are short. */
    private static final String HEADING = Stream.of("A:title", "B:people", "C:description")
            .map(part -> """
                    setweight(to_tsvector(:configuration::regconfig, %1$s) || to_tsvector('search_simple', %1$s), '%2$s')""".formatted(part.substring(1), part.charAt(0)))
            .collect(joining(" || "));

    /** The one text of which {@code heading_of} is the hash, of {@code media m join person author}. */
    private static final String HASH = "md5(concat_ws(E'\\x1f', %s, %s, %s))";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final SearchProperties properties;

    IndexTable(JdbcClient jdbc, JdbcTemplate batches, SearchProperties properties) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.properties = properties;
    }

    /** Makes title, description and people findable at once; what is said stays as it was. */
    void heading(MediaId id, MediaText text) {
        jdbc.sql("""
                        insert into search_document (id, language, heading, words, heading_of)
                        select :id, :language, h.words, h.words, '' from (select %s as words) h
                        on conflict (id) do update set heading = excluded.heading""".formatted(HEADING))
                .param("id", id.value())
                .param("language", properties.language())
                .param("configuration", properties.configuration())
                .param("title", Words.spaced(text.title()))
                .param("people", people(text))
                .param("description", Words.spaced(text.description()))
                .update();
    }

    /** Makes all words findable, and nothing that is not in {@code text} any more. */
    void write(MediaId id, MediaText text) {
        var said = text.lines().stream().map(line -> Words.spaced(line.text())).collect(joining(" "));
        var body = said.length() <= LONGEST ? said : said.substring(0, said.lastIndexOf(' ', LONGEST));
        jdbc.sql("""
                        update search_document d
                        set language = :language, heading = h.words,
                            words = h.words || search_vector(:configuration::regconfig, :body),
                            clipped = :clipped, heading_of = %s, version = :version
                        from (select %s as words) h
                        where d.id = :id""".formatted(HASH.formatted(":rawTitle", ":rawDescription", ":author"), HEADING))
                .param("id", id.value())
                .param("language", properties.language())
                .param("configuration", properties.configuration())
                .param("title", Words.spaced(text.title()))
                .param("people", people(text))
                .param("description", Words.spaced(text.description()))
                .param("body", body)
                .param(
                        "clipped",
                        said.length() > LONGEST
                                || body.chars().filter(c -> c == ' ').count() > LAST_PLACE)
                .param("rawTitle", text.title())
                .param("rawDescription", text.description())
                .param("author", text.author())
                .param("version", text.version())
                .update();
        lines(id, text.lines());
    }

    /**
     * Remembers the words of an item by which misspelt ones are found. In order of the words, so that two items that are
     * indexed at once wait for each other and not both for the other.
     */
    void learn(MediaText text) {
        var words = text.title() + " " + text.description() + " "
                + text.lines().stream().map(MediaText.Line::text).collect(joining(" "));
        jdbc.sql("""
                        insert into search_word (word)
                        select w.word from unnest(tsvector_to_array(to_tsvector('search_simple', :words))) as w (word)
                        where length(w.word) between 4 and 40 and w.word !~ '[0-9]'
                            and not exists (select 1 from search_word known where known.word = w.word)
                        order by w.word
                        on conflict do nothing""")
                .param("words", Words.spaced(words.substring(0, Math.min(words.length(), LONGEST))))
                .update();
    }

    /** Items behind {@code after} whose index is not what it would be if it were written now, in order of their ids. */
    List<MediaId> outOfStep(UUID after, int limit) {
        return jdbc.sql("""
                        select m.id
                        from media m join person author on author.id = m.author left join search_document d on d.id = m.id
                        where m.id > :after
                            and (d.id is null or d.version <> m.version or d.language <> :language or d.heading_of <> %s)
                        order by m.id limit :limit""".formatted(HASH.formatted("m.title", "m.description", "author.name")))
                .param("after", after)
                .param("language", properties.language())
                .param("limit", limit)
                .query((row, number) -> new MediaId(row.getObject("id", UUID.class)))
                .list();
    }

    private void lines(MediaId id, List<MediaText.Line> lines) {
        jdbc.sql("delete from search_line where media = ?").params(id.value()).update();
        var configuration = properties.configuration();
        var position = new int[1];
        batches.batchUpdate("""
                insert into search_line (media, position, chat, at_ms, who, text, words)
                values (?, ?, ?, ?, ?, ?, search_vector(?::regconfig, ?))""", lines, BATCH, (row, line) -> {
            row.setObject(1, id.value());
            row.setInt(2, position[0]++);
            row.setBoolean(3, line.chat());
            row.setLong(4, line.at().toMillis());
            row.setObject(5, line.who(), Types.VARCHAR);
            row.setString(6, line.text());
            row.setString(7, configuration);
            row.setString(8, Words.spaced(line.text()));
        });
    }

    private static String people(MediaText text) {
        var names = text.lines().stream()
                .map(MediaText.Line::who)
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_PEOPLE)
                .collect(joining(" "));
        return Words.spaced(text.author() + " " + names);
    }
}
