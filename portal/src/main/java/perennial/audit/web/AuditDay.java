package perennial.audit.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import perennial.audit.AuditEntry;
import perennial.web.Dates;

/** The entries of one day in the viewer's zone, as the page groups them. */
public record AuditDay(String day, List<AuditLine> lines) {
    static List<AuditDay> group(List<AuditEntry> entries) {
        var days = new LinkedHashMap<String, List<AuditLine>>();
        for (var entry : entries) {
            days.computeIfAbsent(Dates.day(entry.at()), day -> new ArrayList<>())
                    .add(AuditLine.of(entry));
        }
        return days.entrySet().stream()
                .map(day -> new AuditDay(day.getKey(), day.getValue()))
                .toList();
    }
}
