package perennial.sync;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.zoom.DateWindow;
import perennial.zoom.MonthWindows;
import perennial.zoom.Recording;
import perennial.zoom.RecordingPage;
import perennial.zoom.ZoomAccount;
import perennial.zoom.ZoomException;

/** Reads all of Zoom's lists that settings reach, and changes nothing anywhere: for previews and comparisons. */
@Component
class Survey {
    private static final int WHOLE_ACCOUNT_FROM = 10;
    private static final int BEGINNINGS = 3;

    private final Clock clock;

    Survey(Clock clock) {
        this.clock = clock;
    }

    private interface Source {
        RecordingPage page(DateWindow window, @Nullable String token);
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
        if (everybody || hosts.size() >= WHOLE_ACCOUNT_FROM) {
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

    /** Finds a recording's host among those asked for. */
    private static final class Owners {
        private final Map<String, Host> byId;
        private final Map<String, Host> byEmail;

        Owners(List<Host> hosts) {
            byId = hosts.stream().collect(Collectors.toMap(Host::key, Function.identity(), (one, same) -> one));
            byEmail = hosts.stream()
                    .collect(Collectors.toMap(host -> lower(host.email()), Function.identity(), (one, same) -> one));
        }

        @Nullable
        Host of(Recording recording) {
            if (recording.hostId() != null) return byId.get(recording.hostId());
            return recording.hostEmail() == null ? null : byEmail.get(lower(recording.hostEmail()));
        }

        private static String lower(String email) {
            return email.toLowerCase(Locale.ROOT);
        }
    }

    private interface Each {
        void take(Recording recording);
    }

    private void windows(Settings settings, Source source, Each each) {
        var rules = new Rules(settings);
        var tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        for (var window : MonthWindows.oldestFirst(settings.choice().fetchFrom(), tomorrow)) {
            window(window, source, recording -> {
                if (rules.recent(recording)) each.take(recording);
            });
        }
    }

    private static void window(DateWindow window, Source source, Each each) {
        for (int beginning = 1; ; beginning++) {
            try {
                String token = null;
                do {
                    var page = source.page(window, token);
                    page.meetings().forEach(each::take);
                    if (!page.unreadable().isEmpty()) {
                        throw new ZoomException.Unreadable(
                                "listing recordings", page.unreadable().getFirst());
                    }
                    if (page.next() != null && Objects.equals(page.next(), token)) {
                        throw new ZoomException.Unreadable("listing recordings", "its pages go in a circle");
                    }
                    token = page.next();
                } while (token != null);
                return;
            } catch (ZoomException.PageTokenExpired e) {
                if (beginning >= BEGINNINGS) throw e;
            }
        }
    }
}
