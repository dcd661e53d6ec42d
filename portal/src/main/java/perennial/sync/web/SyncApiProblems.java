package perennial.sync.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import perennial.sync.DeletionNotConfirmed;
import perennial.sync.InvalidSettings;
import perennial.sync.StillCounting;
import perennial.zoom.ZoomException;

/** Words what the Zoom app's part of the API refuses, as problems of RFC 9457. */
@RestControllerAdvice(
        assignableTypes = {ConnectionsApiController.class, RecordingsApiController.class, InquiriesApiController.class})
class SyncApiProblems {
    /** {@code errors} names each field with a sentence. */
    @ExceptionHandler
    ProblemDetail invalid(InvalidSettings e) {
        var problem = problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-settings",
                "Some settings cannot be taken",
                String.valueOf(e.getMessage()));
        List<Map<String, String>> errors = e.fields().entrySet().stream()
                .map(field -> Map.of("field", field.getKey(), "message", field.getValue()))
                .toList();
        problem.setProperty("errors", errors);
        return problem;
    }

    /** {@code preview} says what the change would do, {@code confirm} holds the words to send back. */
    @ExceptionHandler
    ProblemDetail notConfirmed(DeletionNotConfirmed e) {
        var problem = problem(HttpStatus.CONFLICT, e.code(), e.sentence(), e.nextStep());
        problem.setProperty("preview", PreviewJson.of(e.preview()));
        problem.setProperty("confirm", e.preview().confirm());
        return problem;
    }

    /** Which words allow it is still being counted: nothing is saved yet, and the same request is to be sent again. */
    @ExceptionHandler
    ResponseEntity<Object> counting(StillCounting e) {
        return InquiryJson.later(e.inquiry());
    }

    /** Zoom could not be asked just now. */
    @ExceptionHandler
    ProblemDetail zoom(ZoomException e) {
        return problem(HttpStatus.BAD_GATEWAY, "zoom-unavailable", "Zoom gave no usable answer", e.getMessage());
    }

    private static ProblemDetail problem(HttpStatus status, String code, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("about:blank"));
        problem.setTitle(title);
        problem.setProperty("code", code);
        return problem;
    }
}
