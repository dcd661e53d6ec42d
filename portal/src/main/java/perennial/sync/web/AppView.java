package perennial.sync.web;

import java.util.List;

/** What the page of one connection shows above the ledger. */
public record AppView(
        String id,
        String name,
        boolean enabled,
        String switchNote,
        String ringText,
        int ringPercent,
        String ringLabel,
        List<MetricView> metrics,
        List<NoteView> notes,
        List<String> warnings,
        String activityTitle,
        String activityDetail,
        String activityText,
        String callsToday,
        List<DownloadView> downloads,
        List<CountView> counts) {}
