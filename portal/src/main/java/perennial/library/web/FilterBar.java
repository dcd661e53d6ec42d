package perennial.library.web;

import java.util.List;
import perennial.library.Face;
import perennial.library.Shelves.Counts;

/**
 * The row of filters above videos, as it is printed.
 *
 * @param action the page it belongs to
 * @param kept what else stands in its address
 * @param clear address of the page without filters; empty where there are none
 */
public record FilterBar(
        String action,
        List<Kept> kept,
        boolean zoom,
        boolean transcript,
        List<Host> hosts,
        List<Choice> dates,
        boolean own,
        String from,
        String until,
        List<Choice> lengths,
        String clear) {
    /** A parameter that the filters do not touch. */
    public record Kept(String name, String value) {}

    /**
     * An author to choose.
     *
     * @param count how many videos; empty where that is not known
     */
    public record Host(String id, Face face, String count, boolean chosen) {}

    /** One of several. */
    public record Choice(String value, String label, boolean chosen) {}

    /** The row for {@code filters}, over what {@code counts} counted. */
    public static FilterBar of(String action, List<Kept> kept, Filters filters, Counts counts, String clear) {
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
                filters.date().equals(Filters.OWN),
                filters.from(),
                filters.until(),
                List.of(
                        choice(filters.length(), "", "Any length"),
                        choice(filters.length(), "0-900", "Under 15 min"),
                        choice(filters.length(), "900-2700", "15 to 45 min"),
                        choice(filters.length(), "2700-", "Over 45 min")),
                filters.none() ? "" : clear);
    }

    private static Choice choice(String chosen, String value, String label) {
        return new Choice(value, label, value.equals(chosen));
    }
}
