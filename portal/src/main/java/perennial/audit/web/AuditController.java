package perennial.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.audit.AuditArea;
import perennial.audit.AuditEntry;
import perennial.audit.AuditFilter;
import perennial.audit.AuditLog;
import perennial.web.Csv;

/** The audit log's page and its export. */
@Controller
class AuditController {
    private static final int PAGE_SIZE = 50;
    private static final int EXPORT_STEP = 1_000;
    private static final int COUNTED = 1_000;

    private final AuditLog audit;

    AuditController(AuditLog audit) {
        this.audit = audit;
    }

    @ModelAttribute("question")
    AuditQuestion question(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        return new AuditQuestion(q, area, from, to);
    }

    @GetMapping("/audit")
    String page(
            @ModelAttribute("question") AuditQuestion question,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        var filter = question.filter();
        var entries = audit.entries(before, filter, PAGE_SIZE + 1);
        boolean more = entries.size() > PAGE_SIZE;
        var shown = more ? entries.subList(0, PAGE_SIZE) : entries;
        model.addAttribute("days", AuditDay.group(shown));
        model.addAttribute("areas", AuditArea.values());
        model.addAttribute("count", words(audit.count(filter, COUNTED)));
        model.addAttribute("next", more ? shown.getLast().id() : null);
        return "audit/audit";
    }

    /** All entries that fit, newest first, read and sent step by step. */
    @GetMapping("/audit/export.csv")
    void export(@ModelAttribute("question") AuditQuestion question, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        response.setHeader("Cache-Control", "no-store");
        var out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        out.write(Csv.line("id", "at", "actor", "action", "subject", "detail"));
        write(out, question.filter());
        out.flush();
    }

    private void write(BufferedWriter out, AuditFilter filter) throws IOException {
        Long before = null;
        while (true) {
            var step = audit.entries(before, filter, EXPORT_STEP);
            for (var entry : step) out.write(line(entry));
            if (step.size() < EXPORT_STEP) return;
            before = step.getLast().id();
        }
    }

    private static String line(AuditEntry entry) {
        return Csv.line(
                String.valueOf(entry.id()),
                entry.at().toString(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.detail());
    }

    private static String words(long count) {
        if (count >= COUNTED) return "1,000 entries or more";
        return count == 1 ? "1 entry" : count + " entries";
    }
}
