package perennial.sync;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.zoom.MonthWindows;
import perennial.zoom.Recording;
import perennial.zoom.ZoomAccount;
import perennial.zoom.ZoomException;

/** Reads all of Zoom's lists that settings reach, and changes nothing anywhere: for previews and comparisons. */
@Component
class Survey {
    private final Clock clock;

    Survey(Clock clock) {
        this.clock = clock;
    }

    /**
     * Tells every listed recording of the settings' users, with its host where that is known. One may be told twice, as
     * Zoom's windows may overlap.
     *
     * @return whose recordings were read
     * @throws ZoomException when any list cannot be read to its end
     */
    WhoseRecordings.Answer read(Settings settings, ZoomAccount account, BiConsumer<Recording, @Nullable Host> each) {
        var answer = WhoseRecordings.look(settings.whose(), account);
        var hosts = answer.hosts();
        boolean everybody = settings.whose().users().isEmpty();
        if (everybody || hosts.size() >= ListPages.WHOLE_ACCOUNT_FROM) {
            try {
                var owners = new Owners(hosts);
                windows(
                        settings,
                        (window, token) -> account.accountRecordings(window.from(), window.to(), token),
                        recording -> {
                            var owner = owners.of(recording);
                            if (owner != null || everybody) each.accept(recording, owner);
                        });
                return answer;
            } catch (ZoomException.AskPerson | ZoomException.GiveUp e) {
                // Most accounts do not let their apps list the whole account.
                if (e instanceof ZoomException.Refused) throw e;
            }
        }
        for (var host : hosts) {
            windows(
                    settings,
                    (window, token) -> account.recordings(host.key(), window.from(), window.to(), token),
                    recording -> each.accept(recording, host));
        }
        return answer;
    }

    private void windows(Settings settings, ListPages list, Consumer<Recording> each) {
        var rules = new Rules(settings);
        var tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        for (var window : MonthWindows.oldestFirst(settings.choice().fetchFrom(), tomorrow)) {
            var unreadable = list.read(
                    window,
                    page -> page.meetings().stream().filter(rules::recent).forEach(each));
            if (!unreadable.isEmpty()) {
                throw new ZoomException.Unreadable("listing recordings", unreadable.getFirst());
            }
        }
    }
}
