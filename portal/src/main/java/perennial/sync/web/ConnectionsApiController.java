package perennial.sync.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import perennial.people.CurrentPerson;
import perennial.sync.Authorizations;
import perennial.sync.Connections;
import perennial.sync.Status;
import perennial.sync.SyncControl;
import perennial.web.BodyOf;
import perennial.web.Listing;

/** Connections over the API: settings, switch, check, status. */
@RestController
@RequestMapping("/api/v1/zoom/connections")
class ConnectionsApiController {
    private final Connections connections;
    private final SyncControl control;
    private final Authorizations authorizations;
    private final Status status;
    private final CurrentPerson current;

    ConnectionsApiController(
            Connections connections,
            SyncControl control,
            Authorizations authorizations,
            Status status,
            CurrentPerson current) {
        this.connections = connections;
        this.control = control;
        this.authorizations = authorizations;
        this.status = status;
        this.current = current;
    }

    /** All of them. */
    @GetMapping
    Listing<ConnectionJson> list() {
        return new Listing<>(connections.all().stream().map(ConnectionJson::of).toList(), null);
    }

    /** Makes one. What lets more be deleted at Zoom needs {@code confirm}: without it, the refusal says what would be deleted and which words allow it. */
    @ApiResponse(responseCode = "201", description = "Created", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "202",
            description = "Nothing is saved yet: which words allow it is being counted. Send it again",
            content = @Content(schema = @Schema(implementation = InquiryJson.class)))
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ConnectionJson create(@BodyOf(ConnectionFieldsJson.class) @RequestBody Map<String, @Nullable Object> fields) {
        return ConnectionJson.of(connections.create(fields, current.require()));
    }

    /** One connection. */
    @GetMapping("/{id}")
    ConnectionJson one(@PathVariable String id) {
        return ConnectionJson.of(connections.require(Ids.connection(id)));
    }

    /** Changes what it names. What lets more be deleted at Zoom needs {@code confirm}: without it, the refusal says what would be deleted and which words allow it. */
    @ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "202",
            description = "Nothing is saved yet: which words allow it is being counted. Send it again",
            content = @Content(schema = @Schema(implementation = InquiryJson.class)))
    @PatchMapping("/{id}")
    ConnectionJson change(
            @PathVariable String id,
            @BodyOf(ConnectionFieldsJson.class) @RequestBody Map<String, @Nullable Object> fields) {
        return ConnectionJson.of(connections.change(Ids.connection(id), fields, current.require()));
    }

    /** Deletes it; its videos and its ledger stay. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        connections.delete(Ids.connection(id), current.require());
    }

    /** Asks Zoom whether it lets us in. */
    @PostMapping("/{id}/check")
    StatusJson.AuthorizationJson check(@PathVariable String id) {
        return StatusJson.AuthorizationJson.of(authorizations.check(connections.require(Ids.connection(id))));
    }

    /** Starts a sync, or one more after the one that runs. */
    @PostMapping("/{id}/syncs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    StatusJson sync(@PathVariable String id, @RequestBody(required = false) @Nullable SyncRequest asked) {
        control.sync(
                Ids.connection(id), asked != null && Boolean.TRUE.equals(asked.acceptVanished()), current.require());
        return StatusJson.of(status.of(Ids.connection(id)));
    }

    /** Pauses: the files in flight are ended, then it waits for {@code syncs}. */
    @PostMapping("/{id}/pause")
    StatusJson pause(@PathVariable String id) {
        control.pause(Ids.connection(id), current.require());
        return StatusJson.of(status.of(Ids.connection(id)));
    }

    /** Stops: as {@code pause}, and the files in flight are broken off; what came is kept. */
    @PostMapping("/{id}/stop")
    StatusJson stop(@PathVariable String id) {
        control.stopNow(Ids.connection(id), current.require());
        return StatusJson.of(status.of(Ids.connection(id)));
    }

    /** @param acceptVanished a person's answer when too many recordings seemed to vanish at once */
    @Schema(name = "SyncRequest")
    record SyncRequest(@Nullable Boolean acceptVanished) {}

    /** How far it is: the four metrics, and what is on its way. */
    @GetMapping("/{id}/status")
    StatusJson status(@PathVariable String id) {
        return StatusJson.of(status.of(Ids.connection(id)));
    }
}
