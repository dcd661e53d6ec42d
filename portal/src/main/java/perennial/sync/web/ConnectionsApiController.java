package perennial.sync.web;

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

    @GetMapping
    Listing<Map<String, @Nullable Object>> list() {
        return new Listing<>(connections.all().stream().map(ConnectionJson::of).toList(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> create(@RequestBody Map<String, @Nullable Object> fields) {
        return ConnectionJson.of(connections.create(fields, current.require()));
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> one(@PathVariable String id) {
        return ConnectionJson.of(connections.require(Ids.connection(id)));
    }

    /** What is not in the body stays as it is. */
    @PatchMapping("/{id}")
    Map<String, @Nullable Object> change(@PathVariable String id, @RequestBody Map<String, @Nullable Object> fields) {
        return ConnectionJson.of(connections.change(Ids.connection(id), fields, current.require()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        connections.delete(Ids.connection(id), current.require());
    }

    @PostMapping("/{id}/check")
    StatusJson.AuthorizationJson check(@PathVariable String id) {
        return StatusJson.AuthorizationJson.of(authorizations.check(connections.require(Ids.connection(id))));
    }

    @PostMapping("/{id}/syncs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    StatusJson sync(@PathVariable String id, @RequestBody(required = false) @Nullable SyncRequest asked) {
        control.sync(
                Ids.connection(id), asked != null && Boolean.TRUE.equals(asked.acceptVanished()), current.require());
        return StatusJson.of(status.of(Ids.connection(id)));
    }

    /** The files in flight are ended, then it waits for {@code syncs}. */
    @PostMapping("/{id}/pause")
    StatusJson pause(@PathVariable String id) {
        control.pause(Ids.connection(id), current.require());
        return StatusJson.of(status.of(Ids.connection(id)));
    }

    /** As {@code pause}, and the files in flight are broken off; what came is kept. */
    @PostMapping("/{id}/stop")
    StatusJson stop(@PathVariable String id) {
        control.stopNow(Ids.connection(id), current.require());
        return StatusJson.of(status.of(Ids.connection(id)));
    }

    /** @param acceptVanished a person's answer when too many recordings seemed to vanish at once */
    record SyncRequest(@Nullable Boolean acceptVanished) {}

    @GetMapping("/{id}/status")
    StatusJson status(@PathVariable String id) {
        return StatusJson.of(status.of(Ids.connection(id)));
    }
}
