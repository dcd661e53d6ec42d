package perennial.sync;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.audit.AuditLog;
import perennial.sync.Reconciliation.Difference;
import perennial.sync.Reconciliation.Kind;
import perennial.zoom.Recording;
import perennial.zoom.RecordingFile;
import perennial.zoom.ZoomException;

/** Compares all that Zoom lists with all that is here, and names each difference (S12). Changes nothing but its result. */
@Service
public class Reconciliations {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliations.class);

    private final Connections connections;
    private final ConnectionRows connectionRows;
    private final Survey survey;
    private final ZoomAccounts accounts;
    private final LedgerGlances glances;
    private final FileRows files;
    private final ReconciliationRows rows;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reconciliations(
            Connections connections,
            ConnectionRows connectionRows,
            Survey survey,
            ZoomAccounts accounts,
            LedgerGlances glances,
            FileRows files,
            ReconciliationRows rows,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.connections = connections;
        this.connectionRows = connectionRows;
        this.survey = survey;
        this.accounts = accounts;
        this.glances = glances;
        this.files = files;
        this.rows = rows;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The latest one; empty before the first. */
    public Optional<Reconciliation> latest(ConnectionId connection) {
        return rows.latest(connections.require(connection).id());
    }

    /**
     * Compares now, which takes as long as reading all of Zoom's lists.
     *
     * @param by who asked for it
     * @param seen called for each recording that Zoom lists
     * @throws ZoomException when a list cannot be read to its end: half a comparison is none
     */
    Reconciliation compare(Connection connection, String by, Runnable seen) {
        var result = compare(connection, seen);
        audit.record(
                by,
                "zoom-connection.compared",
                connection.settings().name(),
                "%d differences".formatted(result.differences().size()));
        return result;
    }

    /** The nightly one of every connection that is on. */
    void compareAll() {
        for (var connection : connectionRows.enabled()) {
            try {
                compare(connection, () -> {});
            } catch (ZoomException e) {
                LOG.warn("comparison failed connection={} reason=\"{}\"", connection.id(), e.getMessage());
            }
        }
    }

    private Reconciliation compare(Connection connection, Runnable seen) {
        var listed = new LinkedHashMap<String, Recording>();
        var rules = new Rules(connection.settings());
        var answer = survey.read(connection.settings(), accounts.of(connection), (recording, host) -> {
            seen.run();
            var email = host != null ? host.email() : recording.hostEmail();
            if (rules.whyNot(recording, email).isEmpty()) listed.put(Sql.storable(recording.uuid()), recording);
        });
        var ledger = glances.of(connection.zoomAccount());
        var differences = new ArrayList<Difference>();
        int here = 0;
        for (var recording : listed.values()) {
            var known = ledger.get(Sql.storable(recording.uuid()));
            if (known != null && known.recording().importedAt() != null) here++;
            var difference = difference(recording, known);
            if (difference != null) differences.add(difference);
        }
        for (var known : ledger.values()) {
            if (known.deletable()
                    && rules.takes(known.recording())
                    && !listed.containsKey(known.recording().uuid())) {
                differences.add(notListed(known));
            }
        }
        differences.sort(Comparator.comparing(Difference::start).reversed().thenComparing(Difference::uuid));
        var result = new Reconciliation(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                answer.hosts().size(),
                listed.size(),
                here,
                differences);
        transaction.executeWithoutResult(status -> rows.save(connection.id(), result));
        LOG.info("comparison done connection={} differences={}", connection.id(), differences.size());
        return result;
    }

    private @Nullable Difference difference(Recording there, LedgerGlances.@Nullable Glance known) {
        if (known == null)
            return make(
                    there,
                    null,
                    Kind.MISSING_HERE,
                    "The ledger does not have it. The next sync takes it in.",
                    "nothing");
        var row = known.recording();
        return switch (row.state()) {
            case SKIPPED ->
                known.skippedByRule()
                        ? make(
                                there,
                                row.id(),
                                Kind.MISSING_HERE,
                                "A rule left it out: %s The settings take it now, and so does the next sync."
                                        .formatted(row.reason()),
                                "nothing")
                        : null;
            case WAITING -> make(there, row.id(), Kind.WAITING, row.reason(), "not yet");
            case FOUND, IMPORTING -> make(there, row.id(), Kind.NOT_IMPORTED, "Its import is on its way.", "not yet");
            case FAILED -> make(there, row.id(), Kind.NOT_IMPORTED, row.reason(), "failed");
            case IMPORTED -> ofFiles(there, row.id());
            case DELETED_AT_ZOOM, GONE_AT_ZOOM ->
                make(
                        there,
                        row.id(),
                        Kind.GONE_AT_ZOOM,
                        "It was gone from Zoom and is listed again. The next sync takes note.",
                        "all files");
        };
    }

    private @Nullable Difference ofFiles(Recording there, RecordingId id) {
        var here = byKey(files.of(id));
        for (var file : there.files()) {
            var known = here.get(Sql.storable(file.key()));
            if (known == null) {
                return make(
                        there,
                        id,
                        Kind.FILE_MISSING,
                        "Zoom has a file that is not here. The next sync fetches it.",
                        count(here.values()));
            }
            var size = file.size();
            if (known.state() == FileState.STORED && size != null && size != known.size()) {
                return make(
                        there,
                        id,
                        Kind.SIZE_DIFFERS,
                        "%s has %d bytes here, and Zoom says %d. It stays at Zoom."
                                .formatted(known.label(), known.size(), size),
                        count(here.values()));
            }
        }
        return null;
    }

    private static Map<String, LedgerFile> byKey(List<LedgerFile> files) {
        return files.stream().collect(Collectors.toMap(LedgerFile::key, Function.identity(), (one, same) -> one));
    }

    private static String count(Collection<LedgerFile> files) {
        long stored =
                files.stream().filter(file -> file.state() == FileState.STORED).count();
        return "%d of %d files".formatted(stored, files.size());
    }

    private static Difference make(Recording there, @Nullable RecordingId id, Kind kind, String sentence, String here) {
        long bytes = there.files().stream()
                .map(RecordingFile::size)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        return new Difference(
                id,
                there.uuid(),
                there.topic(),
                there.start(),
                kind,
                sentence,
                "%d files, %s".formatted(there.files().size(), perennial.web.Sizes.text(bytes)),
                here);
    }

    private Difference notListed(LedgerGlances.Glance known) {
        var row = known.recording();
        return new Difference(
                row.id(),
                row.uuid(),
                row.topic(),
                row.start(),
                Kind.NOT_LISTED,
                "Zoom does not list it now. Whether it is gone is not known until the next sync has asked for it.",
                "not listed",
                count(files.of(row.id())));
    }
}
