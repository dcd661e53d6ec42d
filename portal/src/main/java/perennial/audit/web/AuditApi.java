package perennial.audit.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import perennial.audit.AuditEntry;
import perennial.audit.AuditLog;
import perennial.web.Listing;
import perennial.web.PortalException;

/** The audit log over REST, newest first. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditApi {
    private static final int PAGE_SIZE = 200;

    private final AuditLog audit;

    AuditApi(AuditLog audit) {
        this.audit = audit;
    }

    @GetMapping
    Listing<AuditEntry> list(
            @RequestParam(defaultValue = "") String query, @RequestParam(defaultValue = "") String cursor) {
        var entries = audit.entries(cursor.isEmpty() ? null : number(cursor), query, PAGE_SIZE + 1);
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
}
