package perennial.audit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import perennial.audit.AuditArea;
import perennial.audit.AuditEntry;
import perennial.audit.AuditFilter;
import perennial.audit.AuditLog;
import perennial.web.Listing;
import perennial.web.PortalException;

/** The audit log over REST, newest first. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditApi {
    private static final int PAGE_SIZE = 200;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final AuditLog audit;

    AuditApi(AuditLog audit) {
        this.audit = audit;
    }

    /**
     * What was done, newest first.
     *
     * @param query words in any column
     * @param area {@code sign-ins}, {@code people}, {@code settings}, {@code zoom} or {@code videos}
     * @param from first moment, as {@code 2026-11-17T00:00:00Z} or a day in UTC
     * @param until first moment too late, likewise
     */
    @GetMapping
    Listing<AuditEntry> list(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String cursor) {
        var filter = new AuditFilter(query, area(area), moment(from), moment(until));
        var entries = audit.entries(cursor.isEmpty() ? null : number(cursor), filter, PAGE_SIZE + 1);
        boolean more = entries.size() > PAGE_SIZE;
        var page = more ? entries.subList(0, PAGE_SIZE) : entries;
        return new Listing<>(page, more ? String.valueOf(page.getLast().id()) : null);
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw PortalException.badRequest("bad-cursor", "This cursor is not ours", "Begin again without one.");
        }
    }

    private static @Nullable AuditArea area(String code) {
        if (code.isEmpty()) return null;
        return AuditArea.ofCode(code)
                .orElseThrow(() -> PortalException.badRequest(
                        "unknown-area", "There is no such area", "Use sign-ins, people, settings, zoom or videos."));
    }

    private static @Nullable Instant moment(String text) {
        if (text.isEmpty()) return null;
        try {
            var moment = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
            if (moment.isBefore(LAST) && moment.isAfter(Instant.EPOCH)) return moment;
        } catch (DateTimeParseException e) {
            // told below, in the same words as a moment far away
        }
        throw PortalException.badRequest(
                "bad-moment", "This is no moment: " + text, "Use one like 2026-11-17T00:00:00Z or 2026-11-17.");
    }
}
