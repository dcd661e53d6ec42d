package perennial.sync.web;

import java.util.List;

/** One connection in the list of connections. */
public record ConnectionCard(
        String id,
        String name,
        boolean enabled,
        ChipView state,
        String summary,
        List<MetricView> metrics,
        List<NoteView> notes,
        String footer) {}
