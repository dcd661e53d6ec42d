package perennial.library.web;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import perennial.library.MediaChanges;
import perennial.library.MediaId;
import perennial.people.CurrentPerson;
import perennial.web.Listing;

/** Media over the API: what the asker may see, and changes for those who may make them. */
@RestController
@RequestMapping("/api/v1/media")
class MediaApiController {
    private final MediaReplies replies;
    private final MediaChanges changes;
    private final CurrentPerson current;

    MediaApiController(MediaReplies replies, MediaChanges changes, CurrentPerson current) {
        this.replies = replies;
        this.changes = changes;
        this.current = current;
    }

    /**
     * Newest recording first, all but deleted ones.
     *
     * @param query words of the title
     * @param status only this one, {@code deleted} too
     */
    @GetMapping
    Listing<MediaJson> list(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "") String cursor) {
        return replies.list(query.strip(), status, cursor);
    }

    @GetMapping("/{id}")
    MediaJson one(@PathVariable String id) {
        return replies.one(MediaId.asked(id));
    }

    /** Takes {@code title} and {@code description}; what is not there stays. */
    @PatchMapping("/{id}")
    MediaJson change(@PathVariable String id, @RequestBody Map<String, @Nullable Object> wanted) {
        var item = changes.editable(MediaId.asked(id), current.require());
        var words = MediaPatch.of(wanted, item);
        changes.describe(item.id(), current.require(), words.title(), words.description());
        return replies.one(item.id());
    }

    /** Puts it into the bin. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        changes.bin(MediaId.asked(id), current.require());
    }

    @PostMapping("/{id}/publish")
    MediaJson publish(@PathVariable String id) {
        changes.publish(MediaId.asked(id), current.require());
        return replies.one(MediaId.asked(id));
    }

    @PostMapping("/{id}/return-to-draft")
    MediaJson returnToDraft(@PathVariable String id) {
        changes.returnToDraft(MediaId.asked(id), current.require());
        return replies.one(MediaId.asked(id));
    }

    @PostMapping("/{id}/restore")
    MediaJson restore(@PathVariable String id) {
        changes.restore(MediaId.asked(id), current.require());
        return replies.one(MediaId.asked(id));
    }
}
