package perennial.library.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import perennial.library.Face;
import perennial.library.Labels;
import perennial.library.Shelves.Counts;

/**
 * The row of filters above videos, as it is printed.
 *
 * @param action the page it belongs to
 * @param kept what else stands in its address
 * @param categories to choose one of, with none first; empty where there is none
 * @param tags the same of tags
 * @param clear address of the page without filters; empty where there are none
 */
public record FilterBar(
        String action,
        List<Kept> kept,
        boolean zoom,
        boolean transcript,
        List<Host> hosts,
        List<Choice> dates,
        String from,
        String until,
        List<Choice> lengths,
        List<Label> categories,
        List<Label> tags,
        String clear) {
    /** A parameter that the filters do not touch. */
    public record Kept(String name, String value) {}

    /**
     * An author to choose.
     *
     * @param count how many videos; empty where that is not known
     */
    public record Host(String id, Face face, String count, boolean chosen) {}

    /**
     * A category or a tag to choose.
     *
     * @param count as with {@link Host}
     */
    public record Label(String value, String label, String count, boolean chosen) {}

    /** One of several. */
    public record Choice(String value, String label, boolean chosen) {}

    /** The row for {@code filters}, over what {@code counts} and {@code labels} counted. */
    public static FilterBar of(
            String action, List<Kept> kept, Filters filters, Counts counts, Labels.Found labels, String clear) {
        return new FilterBar(
                action,
                kept.stream().filter(one -> !one.value.isEmpty()).toList(),
                filters.zoom(),
                filters.transcript(),
                counts.hosts().stream()
                        .map(host -> new Host(
                                host.id().toString(),
                                Face.of(host.name()),
                                counts.exact() ? "%,d".formatted(host.count()) : "",
                                filters.hosts().contains(host.id().toString())))
                        .toList(),
                List.of(
                        choice(filters.date(), "", "Any time"),
                        choice(filters.date(), "7", "Last 7 days"),
                        choice(filters.date(), "30", "Last 30 days"),
                        choice(filters.date(), "365", "Last 12 months"),
                        choice(filters.date(), Filters.OWN, "From and until")),
                filters.from(),
                filters.until(),
                List.of(
                        choice(filters.length(), "", "Any length"),
                        choice(filters.length(), "0-900", "Under 15 min"),
                        choice(filters.length(), "900-2700", "15 to 45 min"),
                        choice(filters.length(), "2700-", "Over 45 min")),
                labels(labels.categories(), labels.exact(), filters.category(), "Any category", "The chosen one"),
                labels(labels.tags(), labels.exact(), filters.tag(), "Any tag", filters.tag()),
                filters.none() ? "" : clear);
    }

    /** What is chosen is among them, also where nothing that one may see has it: then without a name of ours. */
    private static List<Label> labels(
            List<Labels.Counted> found, boolean exact, String chosen, String any, String unknown) {
        var labels = new ArrayList<Label>();
        labels.add(new Label("", any, "", chosen.isEmpty()));
        for (var one : found) {
            var count = exact ? "%,d".formatted(one.count()) : "";
            var label = one.label();
            labels.add(
                    new Label(label.key(), label.name(), count, label.key().equals(chosen.toLowerCase(Locale.ROOT))));
        }
        if (labels.stream().noneMatch(Label::chosen)) labels.add(new Label(chosen, unknown, "", true));
        return labels.size() == 1 ? List.of() : labels;
    }

    private static Choice choice(String chosen, String value, String label) {
        return new Choice(value, label, value.equals(chosen));
    }
}
