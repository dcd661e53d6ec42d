package perennial.library;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import perennial.people.PersonId;

/**
 * Which items somebody wants to see. It only ever narrows what they may see.
 *
 * @param hosts whose; everybody's if empty
 * @param from recorded then or later
 * @param until recorded before
 * @param atLeast so long or longer
 * @param under shorter than
 * @param zoom only recordings from Zoom
 * @param transcript only those with captions
 * @param category only those in it
 * @param tag only those that have it, in whatever case
 */
public record MediaFilter(
        List<PersonId> hosts,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Duration atLeast,
        @Nullable Duration under,
        boolean zoom,
        boolean transcript,
        @Nullable CategoryId category,
        @Nullable String tag) {
    /** Everything. */
    public static final MediaFilter ALL = new MediaFilter(List.of(), null, null, null, null, false, false, null, null);

    public MediaFilter {
        hosts = List.copyOf(hosts);
    }

    /** Only what is in a category and has a tag; null for any. */
    public static MediaFilter of(@Nullable CategoryId category, @Nullable String tag) {
        return new MediaFilter(List.of(), null, null, null, null, false, false, category, tag);
    }

    /** The same for everybody's items. */
    MediaFilter ofAnybody() {
        return new MediaFilter(List.of(), from, until, atLeast, under, zoom, transcript, category, tag);
    }

    /** The same in any category and with any tags. */
    MediaFilter ofAnyLabel() {
        return new MediaFilter(hosts, from, until, atLeast, under, zoom, transcript, null, null);
    }

    /** Only whose items. */
    public MediaFilter ofHosts() {
        return new MediaFilter(hosts, null, null, null, null, false, false, null, null);
    }

    /** A condition on {@code media m}, with the parameters of {@link #parameters}. */
    public String condition() {
        var all = new ArrayList<String>();
        if (!hosts.isEmpty()) all.add("m.author = any(:hosts)");
        if (from != null) all.add("m.recorded_at >= :from");
        if (until != null) all.add("m.recorded_at < :until");
        if (atLeast != null) all.add("m.length_ms >= :atLeast");
        if (under != null) all.add("m.length_ms < :under");
        if (zoom) all.add("m.source like 'zoom:%'");
        if (transcript) {
            all.add("exists (select 1 from text_track t where t.media = m.id and t.version = m.version)");
        }
        if (category != null) all.add("m.category = :category");
        if (tag != null) all.add("exists (select 1 from media_tag g where g.media = m.id and g.tag_key = :tag)");
        return all.isEmpty() ? "true" : String.join(" and ", all);
    }

    /** What the names in {@link #condition} stand for. */
    public Map<String, Object> parameters() {
        var all = new HashMap<String, Object>();
        if (!hosts.isEmpty())
            all.put("hosts", hosts.stream().map(PersonId::value).toArray(UUID[]::new));
        if (from != null) all.put("from", from.atOffset(ZoneOffset.UTC));
        if (until != null) all.put("until", until.atOffset(ZoneOffset.UTC));
        if (atLeast != null) all.put("atLeast", atLeast.toMillis());
        if (under != null) all.put("under", under.toMillis());
        if (category != null) all.put("category", category.value());
        if (tag != null) all.put("tag", tag.toLowerCase(Locale.ROOT));
        return all;
    }
}
