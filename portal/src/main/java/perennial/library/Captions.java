package perennial.library;

import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;
import perennial.people.Person;
import perennial.video.Cue;
import perennial.video.MediaException;
import perennial.video.Transcripts;

/**
 * Captions that people bring themselves, with the rights of {@link MediaChanges}. They belong to the item: what a re-join brings in
 * the same language does not replace them.
 */
@Service
public class Captions {
    /** The most that is read of a file, in characters, and in bytes where it comes as such. */
    public static final int LONGEST_FILE = 4 << 20;

    private final MediaChanges changes;
    private final MediaTable media;
    private final Versions versions;
    private final Moves moves;
    private final FactsOf facts;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    Captions(
            MediaChanges changes,
            MediaTable media,
            Versions versions,
            Moves moves,
            FactsOf facts,
            AuditLog audit,
            JdbcClient jdbc) {
        this.changes = changes;
        this.media = media;
        this.versions = versions;
        this.moves = moves;
        this.facts = facts;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /**
     * Captions as the page of settings lists them.
     *
     * @param byHand whether a person brought them, rather than an import
     */
    public record Listed(String language, String label, long lines, boolean byHand) {}

    /** Those of an item that the caller may read. */
    public List<Listed> of(Media item) {
        return jdbc.sql("""
                        select t.language, t.label, t.by_hand,
                            (select count(*) from caption_cue c where c.track = t.id) as lines
                        from text_track t where t.media = :media and t.version = :version order by t.position, t.language""")
                .param("media", item.id().value())
                .param("version", item.version())
                .query((row, number) -> new Listed(
                        row.getString("language"),
                        row.getString("label"),
                        row.getLong("lines"),
                        row.getBoolean("by_hand")))
                .list();
    }

    /**
     * Puts captions in place of those in the same language, or beside the others. An approved item goes back to review where
     * whoever brings them is no Moderator.
     *
     * @param language as a BCP 47 tag, such as {@code en} or {@code pt-BR}
     * @param file WebVTT or SubRip, as text
     * @throws UnknownMedia if there is no such item, or not for {@code by}
     * @throws NotPossible if the language is none, the file holds no captions, or the item is in the bin
     */
    @Transactional
    public void put(MediaId id, Person by, String language, String file) {
        changes.editable(id, by);
        var tag = language.strip();
        if (!tag.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
            throw NotPossible.field("language", "Use a language tag such as en, sv or pt-BR");
        }
        if (file.length() > LONGEST_FILE) throw NotPossible.field("file", "A captions file has 4 MB at most");
        var cues = cues(file);
        var locked = media.lock(id).orElseThrow(UnknownMedia::new);
        var before = changes.editable(id, by);
        var judged = facts.of(before);
        replace(before, new Track(tag, name(tag), cues));
        done(before, locked, by, judged, "captions: " + tag);
    }

    /**
     * Takes captions away. A re-join may bring such captions again.
     *
     * @throws UnknownMedia if there is no such item, no such captions, or not for {@code by}
     * @throws NotPossible if the item is in the bin
     */
    @Transactional
    public void remove(MediaId id, Person by, String language) {
        changes.editable(id, by);
        var locked = media.lock(id).orElseThrow(UnknownMedia::new);
        var before = changes.editable(id, by);
        var judged = facts.of(before);
        var removed = jdbc.sql(
                        "delete from text_track where media = :id and version = :version and language = :language")
                .param("id", id.value())
                .param("version", before.version())
                .param("language", language)
                .update();
        if (removed == 0) throw new UnknownMedia();
        done(before, locked, by, judged, "captions removed: " + language);
    }

    private static List<Cue> cues(String file) {
        try {
            var cues = Transcripts.parse(file);
            if (!cues.isEmpty()) return cues;
        } catch (MediaException e) {
            // told below, in the words of a form
        }
        throw NotPossible.field("file", "There are no captions in this file. Use a WebVTT or SubRip file");
    }

    private void replace(Media item, Track track) {
        var position = jdbc.sql("""
                        with gone as (
                            delete from text_track
                            where media = :id and version = :version and lower(language) = lower(:language)
                            returning position)
                        select coalesce(
                            (select position from gone limit 1),
                            (select max(position) + 1 from text_track where media = :id and version = :version),
                            0)""")
                .param("id", item.id().value())
                .param("version", item.version())
                .param("language", track.language())
                .query(Integer.class)
                .single();
        versions.caption(item.id(), item.version(), track, position, true);
    }

    private void done(Media item, MediaTable.Locked locked, Person by, Facts before, String what) {
        media.touch(item.id());
        moves.edited(item.id(), locked, by, before);
        audit.record(by.email(), "media.changed", "media/" + item.id(), what);
    }

    /** The language in its own words, such as "svenska"; of an unknown one its tag. */
    private static String name(String tag) {
        var locale = Locale.forLanguageTag(tag);
        var name = locale.getDisplayName(locale);
        if (name.isEmpty()) return tag;
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }
}
