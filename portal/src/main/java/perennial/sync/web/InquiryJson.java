package perennial.sync.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import perennial.sync.Inquiry;
import perennial.web.PortalException;

/**
 * A question to Zoom as the API shows it.
 *
 * @param kind {@code preview}, {@code confirmation} or {@code comparison}
 * @param state {@code waiting}, {@code running}, {@code done} or {@code failed}
 * @param seen recordings read from Zoom's lists so far
 * @param message why it failed; empty when it did not
 * @param preview the answer, except to a comparison
 * @param reconciliation the answer to a comparison
 * @param confirm the words that allow the deletions of a {@code confirmation}
 */
record InquiryJson(
        String id,
        Inquiry.Kind kind,
        Inquiry.State state,
        int seen,
        String message,
        @Nullable PreviewJson preview,
        @Nullable ReconciliationJson reconciliation,
        @Nullable String confirm) {

    static InquiryJson of(Inquiry inquiry, @Nullable ReconciliationJson reconciliation) {
        var preview = inquiry.preview();
        return new InquiryJson(
                inquiry.id().toString(),
                inquiry.kind(),
                inquiry.state(),
                inquiry.seen(),
                inquiry.failure(),
                preview == null ? null : PreviewJson.of(preview),
                reconciliation,
                preview == null || inquiry.kind() != Inquiry.Kind.CONFIRMATION ? null : preview.confirm());
    }

    /** 202: come again at the address given. */
    static ResponseEntity<Object> later(Inquiry inquiry) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/zoom/inquiries/" + inquiry.id()))
                .header("Retry-After", "2")
                .body(of(inquiry, null));
    }

    /** @throws PortalException 502 when there is no answer and will be none */
    static void refuseFailed(Inquiry inquiry) {
        if (inquiry.state() == Inquiry.State.FAILED) {
            throw new PortalException(502, "zoom-unavailable", "Zoom gave no usable answer", inquiry.failure());
        }
    }
}
