package perennial.sync;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.people.People;
import perennial.people.Role;
import perennial.secrets.SecretText;
import perennial.zoom.Recording;
import perennial.zoom.RecordingFile;
import perennial.zoom.ZoomException;

/** Counts what settings would do: asks Zoom and the ledger, and changes nothing. */
@Component
class Previews {
    private final Survey survey;
    private final ZoomAccounts accounts;
    private final LedgerGlances glances;
    private final People people;

    Previews(Survey survey, ZoomAccounts accounts, LedgerGlances glances, People people) {
        this.survey = survey;
        this.accounts = accounts;
        this.glances = glances;
        this.people = people;
    }

    /**
     * @param secrets that were given with the settings and are not saved yet
     * @param seen called for each recording that Zoom lists
     */
    Preview of(ConnectionId id, Settings settings, Map<String, SecretText> secrets, Runnable seen) {
        var glance = glances.of(settings.door().zoomAccount());
        var count = new Count(settings, glance);
        try {
            var account = accounts.of(id, settings.door(), secrets);
            var answer = survey.read(settings, account, (recording, host) -> {
                seen.run();
                count.listed(recording, host);
            });
            return count.result(answer.hosts().size(), answer.unknown(), "");
        } catch (ZoomException e) {
            return fromLedger(settings, glance, e.getMessage());
        }
    }

    /** Zoom cannot be asked; what it listed so far is in the ledger. */
    private Preview fromLedger(Settings settings, Map<String, LedgerGlances.Glance> glance, String why) {
        var count = new Count(settings, glance);
        var rules = new Rules(settings);
        glance.values().stream().filter(one -> rules.takes(one.recording())).forEach(count::known);
        return count.result(
                count.hosts.size(),
                List.of(),
                "Zoom could not be asked, so only what the portal knows is counted. " + why);
    }

    private final class Count {
        private final Settings settings;
        private final Rules rules;
        private final Map<String, LedgerGlances.Glance> ledger;
        private final Set<String> seen = new HashSet<>();
        private final Set<String> hosts = new HashSet<>();
        private final Set<String> deletionHosts = new HashSet<>();
        private final Map<String, String> newcomers = new HashMap<>();
        private int recordings;
        private long bytes;
        private int toImport;
        private long bytesToImport;
        private int deletions;
        private int importedEarlier;
        private long deletionBytes;
        private int withLeftOut;
        private @Nullable Instant oldest;
        private @Nullable Instant newest;

        Count(Settings settings, Map<String, LedgerGlances.Glance> ledger) {
            this.settings = settings;
            this.rules = new Rules(settings);
            this.ledger = ledger;
        }

        void listed(Recording recording, @Nullable Host host) {
            var email = host != null ? host.email() : recording.hostEmail();
            if (!seen.add(recording.uuid()) || !rules.whyNot(recording, email).isEmpty()) return;
            long size = recording.files().stream()
                    .map(RecordingFile::size)
                    .mapToLong(each -> each == null ? 0 : each)
                    .sum();
            var known = ledger.get(Sql.storable(recording.uuid()));
            add(recording.start(), size, lower(email), known);
        }

        void known(LedgerGlances.Glance known) {
            add(
                    known.recording().start(),
                    known.bytes(),
                    lower(known.recording().hostEmail()),
                    known);
        }

        private void add(Instant start, long size, String host, LedgerGlances.@Nullable Glance known) {
            recordings++;
            bytes += size;
            hosts.add(host);
            boolean here = known != null && known.recording().importedAt() != null;
            if (!here) {
                toImport++;
                bytesToImport += size;
                newcomers.putIfAbsent(host, host);
            }
            if (!settings.deletion().deleteFromZoom() || (known != null && !known.deletable())) return;
            deletions++;
            if (here) importedEarlier++;
            if (known != null && known.leftOut()) withLeftOut++;
            deletionHosts.add(host);
            deletionBytes += size;
            if (oldest == null || start.isBefore(oldest)) oldest = start;
            if (newest == null || start.isAfter(newest)) newest = start;
        }

        Preview result(int users, List<String> unknown, String remark) {
            int created = 0;
            int raised = 0;
            if (settings.publishing().publishAs() == PublishAs.ZOOM_USER) {
                for (var email : newcomers.keySet()) {
                    var alias = settings.publishing().alias(email);
                    var person = alias == null ? people.byEmail(email) : people.byId(alias);
                    if (person.isEmpty() && alias != null) continue; // the fallback owner takes what is theirs
                    if (person.isEmpty()) created++;
                    else if (person.get().role() == Role.VIEWER) raised++;
                }
            }
            return new Preview(
                    users,
                    unknown,
                    recordings,
                    bytes,
                    toImport,
                    bytesToImport,
                    created,
                    raised,
                    deletions,
                    deletionHosts.size(),
                    importedEarlier,
                    deletionBytes,
                    withLeftOut,
                    oldest,
                    newest,
                    settings.deletion().permanently(),
                    remark);
        }

        private static String lower(@Nullable String email) {
            return email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
        }
    }
}
