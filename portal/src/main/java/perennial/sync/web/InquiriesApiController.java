package perennial.sync.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import perennial.people.CurrentPerson;
import perennial.sync.Inquiries;
import perennial.sync.Inquiry;
import perennial.sync.Reconciliations;
import perennial.web.BodyOf;

/** Questions that only all of Zoom's lists can answer: 200 with a quick answer, else 202 with the address of a slow one. */
@RestController
@RequestMapping("/api/v1/zoom")
class InquiriesApiController {
    private final Inquiries inquiries;
    private final Reconciliations reconciliations;
    private final CurrentPerson current;

    InquiriesApiController(Inquiries inquiries, Reconciliations reconciliations, CurrentPerson current) {
        this.inquiries = inquiries;
        this.reconciliations = reconciliations;
        this.current = current;
    }

    /** What these fields would do if they were saved; those that are not in the body stay as they are. */
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = PreviewJson.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Not yet: ask at the address in Location",
            content = @Content(schema = @Schema(implementation = InquiryJson.class)))
    @PostMapping("/connections/{id}/preview")
    ResponseEntity<Object> preview(
            @PathVariable String id,
            @BodyOf(ConnectionFieldsJson.class) @RequestBody(required = false) @Nullable
                    Map<String, @Nullable Object> fields) {
        var inquiry = inquiries.preview(Ids.connection(id), fields == null ? Map.of() : fields, current.require());
        InquiryJson.refuseFailed(inquiry);
        var preview = inquiry.preview();
        return preview == null ? InquiryJson.later(inquiry) : ResponseEntity.ok(PreviewJson.of(preview));
    }

    /** Compares what Zoom lists with what is here, now. */
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ReconciliationJson.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Not yet: ask at the address in Location",
            content = @Content(schema = @Schema(implementation = InquiryJson.class)))
    @PostMapping("/connections/{id}/reconciliations")
    ResponseEntity<Object> reconcile(@PathVariable String id) {
        var inquiry = inquiries.compare(Ids.connection(id), current.require());
        InquiryJson.refuseFailed(inquiry);
        var result = result(inquiry);
        return result == null ? InquiryJson.later(inquiry) : ResponseEntity.ok(result);
    }

    /** How far a question is, and its answer. */
    @GetMapping("/inquiries/{id}")
    InquiryJson one(@PathVariable String id) {
        var inquiry = inquiries.require(Ids.inquiry(id));
        return InquiryJson.of(inquiry, result(inquiry));
    }

    private @Nullable ReconciliationJson result(Inquiry inquiry) {
        var connection = inquiry.connection();
        if (inquiry.kind() != Inquiry.Kind.COMPARISON || connection == null || inquiry.state() != Inquiry.State.DONE) {
            return null;
        }
        return reconciliations.latest(connection).map(ReconciliationJson::of).orElse(null);
    }
}
