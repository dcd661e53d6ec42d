package perennial.library;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;
import perennial.people.People;
import perennial.people.Person;

/** What people set of an item by hand (P5), with the rights of {@link MediaChanges}. Every change is in the audit log. */
@Service
public class MediaEditing {
    /** The most people and groups that an item is for. */
    public static final int MOST_GRANTS = 500;

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final int LONGEST_TAG = 60;
    private static final int MOST_TAGS = 50;

    private final MediaChanges changes;
    private final MediaTable media;
    private final SettingsRows rows;
    private final Links links;
    private final Moves moves;
    private final FactsOf facts;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    MediaEditing(
            MediaChanges changes,
            MediaTable media,
            SettingsRows rows,
            Links links,
            Moves moves,
            FactsOf facts,
            People people,
            AuditLog audit,
            Clock clock) {
        this.changes = changes;
        this.media = media;
        this.rows = rows;
        this.links = links;
        this.moves = moves;
        this.facts = facts;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The settings of items that the caller may read.
     *
     * @return by item; every one of {@code items} has an entry
     */
    public Map<MediaId, MediaSettings> of(List<Media> items) {
        var ids = items.stream().map(item -> item.id().value()).toArray(UUID[]::new);
        var beside = rows.beside(ids);
        var tags = rows.tags(ids);
        var grants = rows.grants(ids);
        return items.stream()
                .collect(Collectors.toMap(
                        Media::id,
                        item -> {
                            var id = item.id().value();
                            var more = beside.getOrDefault(id, SettingsRows.Beside.NOTHING);
                            return new MediaSettings(
                                    item.title(),
                                    item.description(),
                                    item.author(),
                                    item.recordedAt(),
                                    more.category(),
                                    tags.getOrDefault(id, List.of()),
                                    item.access(),
                                    grants.getOrDefault(id, List.of()),
                                    more.from(),
                                    more.until(),
                                    item.allowed());
                        },
                        (first, second) -> first));
    }

    /** The settings of one item that the caller may read. */
    public MediaSettings of(Media item) {
        return of(List.of(item)).values().iterator().next();
    }

    /**
     * Replaces an item's settings. Where that changes what a review judges (words, who may view it, when), an approved item goes
     * back to review, unless a Moderator changes it; category, tags, switches and when it was recorded need none.
     *
     * @return what changed, as people read it; empty if nothing did
     * @throws UnknownMedia if there is no such item, or not for {@code by}
     * @throws NotPossible with the field that is wrong; or for what a review judges, while the item is in the bin
     */
    @Transactional
    public List<String> save(MediaId id, Person by, MediaSettings wanted) {
        var locked = media.lock(changes.editable(id, by).id()).orElseThrow(UnknownMedia::new);
        var item = changes.editable(id, by);
        var before = of(item);
        var after = checked(wanted, before);
        var changed = differences(before, after);
        if (changed.isEmpty()) return changed;
        var judged = facts.of(item);
        rows.write(id, after);
        links.keep(id, after.access());
        if (judgedDiffers(before, after)) moves.edited(id, locked, by, judged);
        audit.record(by.email(), "media.changed", "media/" + id, String.join(", ", changed));
        return changed;
    }

    /** Whether a change of words or access by {@code by} would take the item out of the library, until it is approved again. */
    public boolean goesBack(Media item, Person by) {
        return item.status() == MediaStatus.PUBLISHED && !Moderation.trusts(by) && media.moderated(item.id());
    }

    /** The secret of "anyone with the link"; empty where another access is chosen. Only for who may change the item. */
    public Optional<String> link(MediaId id, Person by) {
        return links.of(changes.editable(id, by).id());
    }

    /**
     * Ends the link that was given out, at once, and makes another.
     *
     * @throws UnknownMedia as {@link #save}
     */
    @Transactional
    public void replaceLink(MediaId id, Person by) {
        var item = changes.editable(id, by);
        links.forget(id);
        links.keep(id, item.access());
        audit.record(by.email(), "media.link-revoked", "media/" + id, "");
    }

    private MediaSettings checked(MediaSettings wanted, MediaSettings before) {
        Descriptions.check(wanted.title(), wanted.description());
        if (!wanted.author().equals(before.author())) checkAuthor(wanted);
        if (!wanted.recordedAt().equals(before.recordedAt())) checkRecorded(wanted.recordedAt());
        var from = wanted.availableFrom();
        var until = wanted.availableUntil();
        if (from != null && until != null && !until.isAfter(from)) {
            throw NotPossible.field(
                    "availableUntil", "This is before the start. Choose a later time, or leave it empty for always");
        }
        if (wanted.grants().size() > MOST_GRANTS) throw NotPossible.tooManyGrants();
        return new MediaSettings(
                Versions.storable(wanted.title()).strip(),
                Versions.storable(wanted.description()),
                wanted.author(),
                wanted.recordedAt(),
                wanted.category(),
                tags(wanted.tags()),
                wanted.access(),
                wanted.grants().stream().distinct().toList(),
                from,
                until,
                wanted.allowed());
    }

    private void checkRecorded(Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(clock.instant())) {
            throw NotPossible.field("recordedAt", "Choose a moment that has passed, after the year 1900");
        }
    }

    private void checkAuthor(MediaSettings wanted) {
        if (people.byId(wanted.author()).filter(Person::mayBeAuthor).isEmpty()) {
            throw NotPossible.field("author", "Choose somebody who is active, and Contributor or above");
        }
    }

    private static List<String> tags(List<String> wanted) {
        var tags = wanted.stream()
                .map(tag -> Versions.storable(tag).strip().replaceAll("\\s+", " "))
                .filter(tag -> !tag.isEmpty())
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .collect(Collectors.toCollection(ArrayList::new));
        for (var i = tags.size() - 1; i > 0; i--) {
            if (tags.get(i).equalsIgnoreCase(tags.get(i - 1))) tags.remove(i);
        }
        if (tags.size() > MOST_TAGS) throw NotPossible.field("tags", "Use at most %d tags".formatted(MOST_TAGS));
        if (tags.stream().anyMatch(tag -> tag.length() > LONGEST_TAG)) {
            throw NotPossible.field("tags", "Keep each tag to %d characters".formatted(LONGEST_TAG));
        }
        return tags;
    }

    private static List<String> differences(MediaSettings before, MediaSettings after) {
        var found = new ArrayList<String>();
        if (!before.title().equals(after.title())) found.add("title: " + after.title());
        if (!before.description().equals(after.description())) found.add("description");
        if (!before.author().equals(after.author())) found.add("author");
        if (!before.recordedAt().equals(after.recordedAt())) found.add("recorded at: " + after.recordedAt());
        if (!Objects.equals(before.category(), after.category())) found.add("category");
        if (!before.tags().equals(after.tags())) found.add("tags");
        if (before.access() != after.access())
            found.add("access: " + after.access().word());
        if (!same(before.grants(), after.grants())) found.add("people and groups");
        if (!Objects.equals(before.availableFrom(), after.availableFrom())) found.add("available from");
        if (!Objects.equals(before.availableUntil(), after.availableUntil())) found.add("available until");
        if (!before.allowed().equals(after.allowed())) found.add("what viewers may do");
        return found;
    }

    private static boolean same(List<Grant> before, List<Grant> after) {
        return before.size() == after.size() && before.containsAll(after);
    }

    private static boolean judgedDiffers(MediaSettings before, MediaSettings after) {
        return !before.title().equals(after.title())
                || !before.description().equals(after.description())
                || before.access() != after.access()
                || (after.access() == Access.CHOSEN && !same(before.grants(), after.grants()))
                || !Objects.equals(before.availableFrom(), after.availableFrom())
                || !Objects.equals(before.availableUntil(), after.availableUntil());
    }
}
