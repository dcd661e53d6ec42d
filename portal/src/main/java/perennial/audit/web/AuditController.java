package perennial.audit.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.audit.AuditLog;

/** The audit log's page. */
@Controller
class AuditController {
    private static final int PAGE_SIZE = 50;

    private final AuditLog audit;

    AuditController(AuditLog audit) {
        this.audit = audit;
    }

    @GetMapping("/audit")
    String page(
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        var entries = audit.entries(before, q, PAGE_SIZE + 1);
        boolean more = entries.size() > PAGE_SIZE;
        var shown = more ? entries.subList(0, PAGE_SIZE) : entries;
        model.addAttribute("days", AuditDay.group(shown));
        model.addAttribute("q", q);
        model.addAttribute("next", more ? shown.getLast().id() : null);
        return "audit/audit";
    }
}
