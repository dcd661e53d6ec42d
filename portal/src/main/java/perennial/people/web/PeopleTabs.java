package perennial.people.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import perennial.people.PersonStatus;
import perennial.people.Role;

/** The tabs over the people and groups pages with their counts. */
public record PeopleTabs(Map<String, Long> counts, long groups) {
    static PeopleTabs of(Map<String, Long> counts, long groups) {
        return new PeopleTabs(Map.copyOf(counts), groups);
    }

    /** How many people there are. */
    public String people() {
        return text(Arrays.stream(PersonStatus.values())
                .mapToLong(status -> of(status.name()))
                .sum());
    }

    public String of(Role role) {
        return text(of(role.name()));
    }

    public String invited() {
        return text(of(PersonStatus.INVITED.name()));
    }

    public String blocked() {
        return text(of(PersonStatus.BLOCKED.name()));
    }

    /** "238 people. 3 invitations are open." */
    public String sentence() {
        var invited = of(PersonStatus.INVITED.name());
        var all = people().equals("1") ? "1 person." : people() + " people.";
        return switch ((int) Math.min(invited, 2)) {
            case 0 -> all;
            case 1 -> all + " 1 invitation is open.";
            default -> all + " " + invited() + " invitations are open.";
        };
    }

    private long of(String name) {
        return counts.getOrDefault(name, 0L);
    }

    private static String text(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
