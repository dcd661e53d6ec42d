package perennial.zoom;

import java.time.LocalDate;

/** Days of one listing, both ends included, UTC. */
public record DateWindow(LocalDate from, LocalDate to) {
    public DateWindow {
        if (to.isBefore(from)) throw new IllegalArgumentException("%s is before %s".formatted(to, from));
    }
}
