package perennial.sync;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.audit.AuditLog;
import perennial.people.RecentPassword;
import perennial.web.PortalException;

/** Asks for a person's word before more can be deleted at Zoom, and keeps it (D1). */
@Component
class Confirmations {
    private final Inquiries inquiries;
    private final Consents consents;
    private final RecentPassword recent;
    private final AuditLog audit;

    Confirmations(Inquiries inquiries, Consents consents, RecentPassword recent, AuditLog audit) {
        this.inquiries = inquiries;
        this.consents = consents;
        this.recent = recent;
        this.audit = audit;
    }

    /**
     * The words that were given; empty when none are needed. Zoom is asked outside of any transaction: counting may take a
     * while.
     *
     * @param before null for a new connection
     * @throws DeletionNotConfirmed when words are needed and others, or none, were given
     * @throws RecentPassword.Needed when the words are right and the person has not proven for a while who they are
     * @throws StillCounting when nobody can tell yet which words are needed
     */
    String given(@Nullable Connection before, SettingsReader.Wish wish, Map<String, ?> fields, String by) {
        if (!Widening.widens(before, wish.settings(), wish.enabled())) return "";
        var inquiry = inquiries.count(before, fields, wish, by);
        var preview = inquiry.preview();
        if (inquiry.state() == Inquiry.State.FAILED) {
            throw new PortalException(
                    502, "not-counted", "What would be deletable cannot be counted", inquiry.failure());
        }
        if (preview == null) throw new StillCounting(inquiry);
        var words = fields.get("confirm");
        if (words == null || !preview.confirmedBy(words.toString())) throw new DeletionNotConfirmed(preview);
        recent.require();
        return preview.confirm();
    }

    /** Joins the caller's transaction. */
    void keep(ConnectionId id, String name, String by, String words) {
        if (words.isEmpty()) return;
        consents.record(id, by, words);
        audit.record(by, "zoom-connection.deletion-allowed", name, words);
    }
}
