package perennial.library.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import perennial.library.Bin;
import perennial.library.Captions;
import perennial.library.MediaChanges;
import perennial.library.MediaEditing;
import perennial.library.MediaId;
import perennial.library.TextEdits;
import perennial.people.CurrentPerson;
import perennial.web.BodyOf;
import perennial.web.Listing;
import perennial.web.PortalException;

/** Media over the API: what the asker may see, and changes for those who may make them. */
@RestController
@RequestMapping("/api/v1/media")
class MediaApiController {
    private final MediaReplies replies;
    private final MediaChanges changes;
    private final MediaEditing editing;
    private final MediaPatch patch;
    private final AskedLabels labels;
    private final Captions captions;
    private final Bin bin;
    private final TextEdits edits;
    private final CurrentPerson current;

    MediaApiController(
            MediaReplies replies,
            MediaChanges changes,
            MediaEditing editing,
            MediaPatch patch,
            AskedLabels labels,
            Captions captions,
            Bin bin,
            TextEdits edits,
            CurrentPerson current) {
        this.replies = replies;
        this.changes = changes;
        this.editing = editing;
        this.patch = patch;
        this.labels = labels;
        this.captions = captions;
        this.bin = bin;
        this.edits = edits;
        this.current = current;
    }

    /**
     * Newest recording first or, with {@code query}, best first; all but deleted ones.
     *
     * @param query words of titles, people, and what was said and written, as the search page takes them
     * @param status only this one, {@code deleted} too
     * @param category only those in it, by id or name
     * @param tag only those that have it, in whatever case
     */
    @GetMapping
    Listing<MediaJson> list(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(defaultValue = "") String cursor) {
        return replies.list(query.strip(), status, labels.filter(category, tag), cursor);
    }

    /** One item. */
    @GetMapping("/{id}")
    MediaJson one(@PathVariable String id) {
        return replies.one(MediaId.asked(id));
    }

    /**
     * Changes what it names; what is not there stays. Answers nothing where the item was given to another author, and is not for whoever
     * gave it any more.
     */
    @ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "204", description = "Given away, out of sight")
    @PatchMapping("/{id}")
    ResponseEntity<MediaJson> change(
            @PathVariable String id, @BodyOf(MediaFieldsJson.class) @RequestBody Map<String, @Nullable Object> wanted) {
        var item = changes.editable(MediaId.asked(id), current.require());
        editing.save(item.id(), current.require(), patch.of(wanted, editing.of(item)));
        return replies.ifVisible(item.id())
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /** Captions in one language, WebVTT or SubRip, in place of those that are there. */
    @PutMapping(
            path = "/{id}/captions/{language}",
            consumes = {"text/vtt", "text/plain", "application/x-subrip"})
    MediaJson captions(@PathVariable String id, @PathVariable String language, @BodyOf(String.class) InputStream file)
            throws IOException {
        var item = changes.editable(MediaId.asked(id), current.require());
        var read = file.readNBytes(Captions.LONGEST_FILE + 1);
        if (read.length > Captions.LONGEST_FILE) {
            throw new PortalException(413, "file-too-long", "A captions file has 4 MB at most", "Send a shorter one.");
        }
        captions.put(item.id(), current.require(), language, new String(read, UTF_8));
        return replies.one(item.id());
    }

    /** Removes the captions in one language. */
    @DeleteMapping("/{id}/captions/{language}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeCaptions(@PathVariable String id, @PathVariable String language) {
        captions.remove(MediaId.asked(id), current.require(), language);
    }

    /** Takes all chapters, in order; what people wrote stays when parts are added. */
    @PutMapping("/{id}/chapters")
    MediaJson chapters(@PathVariable String id, @RequestBody List<ChapterJson> chapters) {
        edits.chapters(
                MediaId.asked(id),
                current.require(),
                chapters.stream().map(ChapterJson::mark).toList());
        return replies.one(MediaId.asked(id));
    }

    /** Puts it into the bin. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        changes.bin(MediaId.asked(id), current.require());
    }

    /** Removes it from the bin for good; Managers only. */
    @PostMapping("/{id}/purge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void purge(@PathVariable String id) {
        bin.purge(MediaId.asked(id), current.require());
    }

    /** Publishes it, or sends it to review where that is needed. */
    @PostMapping("/{id}/publish")
    MediaJson publish(@PathVariable String id) {
        changes.publish(MediaId.asked(id), current.require());
        return replies.one(MediaId.asked(id));
    }

    /** Makes it a draft again. */
    @PostMapping("/{id}/return-to-draft")
    MediaJson returnToDraft(@PathVariable String id) {
        changes.returnToDraft(MediaId.asked(id), current.require());
        return replies.one(MediaId.asked(id));
    }

    /** Takes it out of the bin. */
    @PostMapping("/{id}/restore")
    MediaJson restore(@PathVariable String id) {
        changes.restore(MediaId.asked(id), current.require());
        return replies.one(MediaId.asked(id));
    }
}
