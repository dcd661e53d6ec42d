package perennial.sync.web;

import java.util.List;

/**
 * What the page of one connection shows above the ledger.
 *
 * @param deletes what is deleted at Zoom, in a sentence; empty when nothing is
 * @param failed recordings that may be tried again
 * @param mayPause whether there is a sync to pause after the files in flight
 * @param mayStop whether there is something in flight to break off
 * @param mayGoOn whether a person has paused it
 */
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
        String deletes,
        String activityTitle,
        String activityDetail,
        String activityText,
        String callsToday,
        List<DownloadView> downloads,
        List<CountView> counts,
        long failed,
        boolean mayPause,
        boolean mayStop,
        boolean mayGoOn) {}
