package perennial.sync.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import perennial.sync.DeletionBlock;
import perennial.sync.DeletionCertificate;
import perennial.sync.DeletionReport;
import perennial.sync.DeletionStanding;
import perennial.sync.LedgerPage;
import perennial.sync.RecordingState;
import perennial.web.Dates;

/** Prints what is known for and against deleting a recording at Zoom, and what came of it. */
final class DeletionViews {
    private DeletionViews() {}

    static DeletionView of(LedgerPage.Entry entry, DeletionReport report) {
        var state = entry.recording().state();
        boolean gone = state == RecordingState.DELETED_AT_ZOOM;
        var certificate = gone ? report.certificate() : null;
        var facts = certificate != null ? proven(certificate) : facts(report.standing());
        long missing = facts.stream().filter(fact -> !fact.proven()).count();
        return new DeletionView(
                certificate != null
                        ? new ChipView("ok", "certificate", "Complete since " + Dates.moment(certificate.issuedAt()))
                        : new ChipView("wait", "hourglass", "%d of %d facts missing".formatted(missing, facts.size())),
                facts,
                chip(state, report),
                text(state, report),
                lines(report),
                report.recoverable(),
                state == RecordingState.IMPORTED
                        && report.deletes()
                        && report.kept().isEmpty(),
                state == RecordingState.IMPORTED && !report.kept().isEmpty());
    }

    private static List<DeletionView.Fact> proven(DeletionCertificate certificate) {
        var files = Labels.files(certificate.stored());
        return List.of(
                fact(
                        true,
                        "All %s are stored".formatted(files),
                        "Participant audio included; %s left out by a rule".formatted(certificate.leftOut())),
                fact(true, "Each has the right size", "As the answer and Zoom said, byte for byte"),
                fact(
                        true,
                        "Each is durable, with its SHA-256",
                        "The last one stored " + Dates.moment(certificate.storedAt())),
                fact(
                        true,
                        "Each was read back later",
                        "Hashed again by %s, all the same".formatted(Dates.moment(certificate.verifiedAt()))),
                fact(true, "Each is what it claims to be", "Media demuxed to the end, a picture of each decoded"),
                fact(true, "The video is in the library", "Draft, in review, published or rejected"),
                fact(true, "The grace period has passed", "Until " + Dates.moment(certificate.graceUntil())),
                fact(
                        true,
                        "Zoom showed no file that we lack",
                        "Asked %s, %d of %d known"
                                .formatted(
                                        Dates.moment(certificate.lookedAt()),
                                        certificate.filesAtZoom(),
                                        certificate.filesAtZoom())));
    }

    private static List<DeletionView.Fact> facts(@Nullable DeletionStanding standing) {
        if (standing == null) return List.of();
        boolean stored = standing.stored() > 0
                && !standing.blockedBy(DeletionBlock.FILES_MISSING)
                && !standing.blockedBy(DeletionBlock.LEFT_OUT)
                && !standing.blockedBy(DeletionBlock.NO_ADDRESS);
        boolean read = standing.stored() > 0 && standing.verified() == standing.stored();
        boolean sized = standing.stored() > 0 && standing.wrongSize() == 0 && standing.quarantined() == 0;
        boolean item = !standing.blockedBy(DeletionBlock.NO_ITEM)
                && !standing.blockedBy(DeletionBlock.REMOVED)
                && !standing.blockedBy(DeletionBlock.ITEM_PROCESSING);
        var grace = standing.graceUntil();
        return List.of(
                fact(
                        stored,
                        "All files are stored",
                        "%d of %d, participant audio included".formatted(standing.stored(), standing.files())),
                fact(
                        sized,
                        "Each has the right size",
                        sized
                                ? "As the answer and Zoom say"
                                : "%d differ, %d in quarantine"
                                        .formatted(standing.wrongSize(), standing.quarantined())),
                fact(
                        standing.stored() > 0 && standing.durable() == standing.stored(),
                        "Each is durable, with its SHA-256",
                        at("The last one stored ", standing.storedAt())),
                fact(
                        read,
                        "Each was read back later",
                        "%d of %d hashed again, all the same".formatted(standing.verified(), standing.stored())),
                fact(read, "Each is what it claims to be", "Media demuxed to the end, a picture of each decoded"),
                fact(
                        item,
                        "The video is in the library",
                        standing.blockedBy(DeletionBlock.REMOVED)
                                ? "It was removed in the portal"
                                : "Draft, in review, published or rejected"),
                fact(
                        !standing.blockedBy(DeletionBlock.GRACE) && grace != null,
                        "The grace period has passed",
                        at("Until ", standing.blockedBy(DeletionBlock.NOT_VERIFIED) ? null : grace)),
                fact(
                        false,
                        "Zoom shows no file that we lack",
                        standing.finding().isEmpty() ? "Asked just before, by UUID" : standing.finding()));
    }

    private static DeletionView.Fact fact(boolean proven, String title, String detail) {
        return new DeletionView.Fact(proven, title, detail);
    }

    private static String at(String words, @Nullable Instant moment) {
        return moment == null ? "Not yet" : words + Dates.moment(moment);
    }

    private static ChipView chip(RecordingState state, DeletionReport report) {
        if (state == RecordingState.DELETED_AT_ZOOM) return new ChipView("ok", "check", "Done");
        if (state == RecordingState.GONE_AT_ZOOM) return new ChipView("", "cloud-off", "Gone at Zoom");
        if (!report.deletes()) return new ChipView("", "player-stop", "Off");
        return report.reasons().isEmpty()
                ? new ChipView("run", "trash", "At the next sync")
                : new ChipView("wait", "hand-stop", "Held back");
    }

    private static String text(RecordingState state, DeletionReport report) {
        return switch (state) {
            case DELETED_AT_ZOOM ->
                report.recoverable()
                        ? "It can be recovered as long as it is in Zoom's trash."
                        : "This portal holds the only copy.";
            case GONE_AT_ZOOM -> "Not deleted by this portal. If it is in Zoom's trash, it can still be recovered.";
            default ->
                !report.deletes()
                        ? "This connection copies and deletes nothing."
                        : report.reasons().isEmpty()
                                ? "Nothing forbids it. Zoom is asked once more just before."
                                : String.join(" ", report.reasons());
        };
    }

    private static List<RecordingView.Fact> lines(DeletionReport report) {
        var lines = new ArrayList<RecordingView.Fact>();
        var since = report.atZoomSince();
        var known = Labels.sentence(report.atZoom());
        lines.add(line("At Zoom now", since == null ? known : "%s since %s".formatted(known, Dates.moment(since))));
        var until = report.trashUntil();
        if (until != null) lines.add(line("In Zoom's trash until", Dates.moment(until)));
        var intent = report.intent();
        if (intent == null) return lines;
        lines.add(line("Intent", Dates.moment(intent.intendedAt())));
        lines.add(new RecordingView.Fact(
                "Certificate", intent.certificate().toString().substring(0, 8), true));
        lines.add(line("Allowed by", intent.allowedBy()));
        lines.add(line("How", intent.permanently() ? "For good, by UUID" : "To the trash, by UUID"));
        if (!intent.readBack().isEmpty()) lines.add(line("Read back", intent.readBack()));
        return lines;
    }

    private static RecordingView.Fact line(String label, String value) {
        return new RecordingView.Fact(label, value, false);
    }
}
