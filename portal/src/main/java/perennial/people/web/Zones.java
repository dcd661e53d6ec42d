package perennial.people.web;

import java.time.ZoneId;
import java.util.List;

/** Time zones to choose from: places, not offsets and not old names. */
final class Zones {
    static final List<String> ALL = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
            .sorted()
            .toList();

    private Zones() {}
}
