package perennial.zoom;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads fields of Zoom's JSON in whatever shape they arrive. A value that makes no sense counts as missing. */
final class Fields {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final double LONG_LIMIT = 9e18;

    private Fields() {}

    /** Empty when missing, null, or not a plain value. NUL and broken surrogates, which no database keeps, go. */
    static String text(JsonNode node, String name) {
        var value = node.path(name);
        if (!value.isValueNode() || value.isNull()) return "";
        var utf8 = value.asString("").getBytes(StandardCharsets.UTF_8);
        return new String(utf8, StandardCharsets.UTF_8).replace("\0", "");
    }

    /** Null when missing or blank. */
    static @Nullable String textOrNull(JsonNode node, String name) {
        var text = text(node, name);
        return text.isBlank() ? null : text;
    }

    static @Nullable Long number(JsonNode node, String name) {
        var value = node.path(name);
        if (value.isNumber()) {
            double size = value.numberValue().doubleValue();
            if (!(Math.abs(size) < LONG_LIMIT)) return null;
            return value.isIntegralNumber() ? value.numberValue().longValue() : (long) size;
        }
        try {
            var text = text(node, name).strip();
            return text.isEmpty() ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static int smallNumber(JsonNode node, String name) {
        var number = number(node, name);
        return number == null || number != number.intValue() ? 0 : number.intValue();
    }

    /** Zoom writes {@code 2021-02-11T22:06:20Z}; a missing zone means UTC. */
    static @Nullable Instant instant(JsonNode node, String name) {
        var text = text(node, name).strip().replace(' ', 'T');
        if (text.isEmpty()) return null;
        try {
            var read = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            var instant = read instanceof OffsetDateTime zoned
                    ? zoned.toInstant()
                    : LocalDateTime.from(read).toInstant(ZoneOffset.UTC);
            return instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? null : instant;
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable LocalDate date(JsonNode node, String name) {
        try {
            var text = text(node, name).strip();
            var date = text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
            return date == null || date.getYear() < 1990 || date.getYear() >= 2200 ? null : date;
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable URI address(JsonNode node, String name) {
        return WebAddress.parse(text(node, name));
    }
}
