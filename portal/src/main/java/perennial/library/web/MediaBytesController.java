package perennial.library.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import perennial.library.MediaId;
import perennial.library.UnknownMedia;
import perennial.library.ViewNames;
import perennial.library.VisibleBytes;
import perennial.storage.Blob;
import perennial.storage.BlobId;
import perennial.storage.Blobs;
import perennial.storage.ByteServing;
import perennial.storage.Composite;

/**
 * Gives out bytes: joined files, originals, posters. Whether this viewer may have them is asked anew with each request
 * (with each second of a player's ranges, {@link RecentlyGiven}); no and "there is none" are the same answer.
 */
@Controller
class MediaBytesController {
    private final VisibleBytes visible;
    private final Asked asked;
    private final Blobs blobs;
    private final ByteServing serving;
    private final RecentlyGiven recently;

    MediaBytesController(VisibleBytes visible, Asked asked, Blobs blobs, ByteServing serving, RecentlyGiven recently) {
        this.visible = visible;
        this.asked = asked;
        this.blobs = blobs;
        this.serving = serving;
        this.recently = recently;
    }

    /**
     * With the parameter {@code download}: to keep, where that is allowed. With {@code v}: the version that a player began
     * with, so that a new one does not throw it out.
     */
    @GetMapping("/media/{id}/views/{view}.mp4")
    void view(@PathVariable String id, @PathVariable String view, HttpServletRequest in, HttpServletResponse out)
            throws IOException {
        var file = visible.view(MediaId.asked(id), view, version(in.getParameter("v")), asked.viewer())
                .orElseThrow(UnknownMedia::new);
        var keep = in.getParameter("download") != null;
        if (keep && !file.downloadable()) throw new UnknownMedia();
        var type = file.audioOnly() ? "audio/mp4" : "video/mp4";
        if (!keep) recently.remember(in, file.bytes(), type);
        var name = keep ? FileNames.of(file.title() + " - " + ViewNames.label(view), ".mp4") : null;
        serving.serve(file.bytes(), type, name, in, out);
    }

    /** An original, always to keep: what it claims to be is not known, so no browser shows it in place. */
    @GetMapping("/media/{id}/files/{file}")
    void original(@PathVariable String id, @PathVariable String file, HttpServletRequest in, HttpServletResponse out)
            throws IOException {
        var original = visible.original(MediaId.asked(id), fileId(file), asked.viewer())
                .orElseThrow(UnknownMedia::new);
        var bytes = Composite.of(new Blob(original.blob(), original.size(), original.sha256()));
        serving.serve(bytes, "application/octet-stream", FileNames.of(original.name(), ""), in, out);
    }

    @GetMapping("/media/{id}/poster.jpg")
    void poster(@PathVariable String id, HttpServletRequest in, HttpServletResponse out) throws IOException {
        var poster = asked.visible(MediaId.asked(id)).poster();
        if (poster == null) throw new UnknownMedia();
        var blob = blobs.find(poster).orElseThrow(UnknownMedia::new);
        serving.serve(Composite.of(blob), "image/jpeg", null, in, out);
    }

    private static @Nullable Integer version(@Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    private static BlobId fileId(String text) {
        try {
            return BlobId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UnknownMedia();
        }
    }
}
