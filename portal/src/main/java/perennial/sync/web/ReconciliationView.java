package perennial.sync.web;

import java.util.List;

/** The page that names each difference between Zoom and the portal. */
public record ReconciliationView(
        String id, String name, int vanished, List<MetricView> metrics, List<Row> rows, boolean compared) {
    /** One difference; {@code href} is empty where the ledger has no such recording. */
    public record Row(String topic, String href, String why, ChipView kind, String there, String here) {}
}
