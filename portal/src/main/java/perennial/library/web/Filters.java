package perennial.library.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;
import perennial.library.CategoryId;
import perennial.library.MediaFilter;
import perennial.people.PersonId;

/**
 * The filters as they stand in the address of a page. What makes no sense there is passed over.
 *
 * @param hosts whose videos
 * @param date {@code 7}, {@code 30} or {@code 365} days, {@code own} for {@code from} and {@code until}, or empty
 * @param from first day, as {@code 2026-11-24}; empty for any
 * @param until last day; empty for any
 * @param length seconds from and below, as {@code 900-2700}; empty for any
 * @param category id of one; empty for any
 * @param tag as somebody wrote it; empty for any
 */
public record Filters(
        List<String> hosts,
        String date,
        String from,
        String until,
        String length,
        boolean zoom,
        boolean transcript,
        String category,
        String tag) {
    /** No filter at all. */
    public static final Filters NONE = new Filters(List.of(), "", "", "", "", false, false, "", "");

    static final List<String> DAYS = List.of("7", "30", "365");
    static final List<String> LENGTHS = List.of("0-900", "900-2700", "2700-");
    static final String OWN = "own";

    private static final int MOST_HOSTS = 50;
    private static final int LONGEST_TAG = 60;

    /** Reads the parameters of a request. */
    public static Filters of(MultiValueMap<String, String> parameters) {
        var date = first(parameters, "date");
        var length = first(parameters, "len");
        var category = first(parameters, "category");
        var tag = first(parameters, "tag").replace("\0", "").strip();
        return new Filters(
                parameters.getOrDefault("host", List.of()).stream()
                        .filter(Objects::nonNull)
                        .filter(Filters::isId)
                        .distinct()
                        .limit(MOST_HOSTS)
                        .toList(),
                DAYS.contains(date) || date.equals(OWN) ? date : "",
                date.equals(OWN) ? day(first(parameters, "from")) : "",
                date.equals(OWN) ? day(first(parameters, "until")) : "",
                LENGTHS.contains(length) ? length : "",
                first(parameters, "source").equals("zoom"),
                first(parameters, "transcript").equals("yes"),
                isId(category) ? category : "",
                tag.length() > LONGEST_TAG ? "" : tag);
    }

    /**
     * What they leave.
     *
     * @param zone in which days begin
     */
    public MediaFilter filter(ZoneId zone, Instant now) {
        var days = DAYS.contains(date) ? Duration.ofDays(Long.parseLong(date)) : null;
        var bounds = length.split("-", 2);
        return new MediaFilter(
                hosts.stream().map(host -> new PersonId(UUID.fromString(host))).toList(),
                days != null ? now.minus(days) : from.isEmpty() ? null : start(LocalDate.parse(from), zone),
                until.isEmpty() ? null : start(LocalDate.parse(until).plusDays(1), zone),
                seconds(bounds[0]),
                bounds.length < 2 ? null : seconds(bounds[1]),
                zoom,
                transcript,
                category.isEmpty() ? null : CategoryId.parse(category),
                tag.isEmpty() ? null : tag);
    }

    /** Whether nothing is left out. */
    public boolean none() {
        return query().isEmpty();
    }

    /** The same as part of an address: empty, or beginning with {@code &}. */
    public String query() {
        var query = new StringBuilder();
        if (zoom) query.append("&source=zoom");
        for (var host : hosts) query.append("&host=").append(host);
        add(query, "date", date);
        add(query, "from", from);
        add(query, "until", until);
        add(query, "len", length);
        if (transcript) query.append("&transcript=yes");
        add(query, "category", category);
        add(query, "tag", tag);
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) query.append('&').append(name).append('=').append(UriUtils.encode(value, UTF_8));
    }

    private static @Nullable Duration seconds(String text) {
        return text.isEmpty() || text.equals("0") ? null : Duration.ofSeconds(Long.parseLong(text));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static String first(MultiValueMap<String, String> parameters, String name) {
        return Objects.requireNonNullElse(parameters.getFirst(name), "");
    }

    private static boolean isId(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    /** A day of four digits of year; anything else is none. */
    private static String day(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text).toString() : "";
        } catch (DateTimeException e) {
            return "";
        }
    }
}
