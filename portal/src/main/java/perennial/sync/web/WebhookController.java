package perennial.sync.web;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import perennial.sync.ConnectionId;
import perennial.sync.Webhooks;

/** Where Zoom calls. Its signature is the only key: no session, no token, and whoever has none learns nothing. */
@RestController
class WebhookController {
    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** Where Zoom calls. Its signature is the only key. */
    @ApiResponse(responseCode = "200", description = "Taken")
    @ApiResponse(responseCode = "400", description = "Signed, but not to be read")
    @ApiResponse(responseCode = "401", description = "Not signed by Zoom")
    @ApiResponse(responseCode = "413", description = "Too long")
    @PostMapping("/api/v1/zoom/webhooks/{id}")
    ResponseEntity<String> receive(@PathVariable String id, HttpServletRequest request) throws IOException {
        var connection = connection(id);
        if (connection == null) return answer(HttpStatus.UNAUTHORIZED);
        var body = request.getContentLengthLong() > Webhooks.LONGEST_BODY ? null : body(request);
        if (body == null) {
            webhooks.refuse(connection);
            return answer(HttpStatus.CONTENT_TOO_LARGE);
        }
        var outcome = webhooks.receive(
                connection, header(request, "x-zm-request-timestamp"), header(request, "x-zm-signature"), body);
        return switch (outcome) {
            case Webhooks.Outcome.Accepted _, Webhooks.Outcome.Repeated _ -> answer(HttpStatus.OK);
            case Webhooks.Outcome.Refused _ -> answer(HttpStatus.UNAUTHORIZED);
            case Webhooks.Outcome.Unreadable _ -> answer(HttpStatus.BAD_REQUEST);
            case Webhooks.Outcome.Answer(String json) ->
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
        };
    }

    /** Null when it is longer than it may be; not more than that much is read. */
    private static byte @Nullable [] body(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(Webhooks.LONGEST_BODY + 1);
        return body.length > Webhooks.LONGEST_BODY ? null : body;
    }

    private static @Nullable ConnectionId connection(String id) {
        try {
            return ConnectionId.parse(id);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static ResponseEntity<String> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }

    private static String header(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }
}
