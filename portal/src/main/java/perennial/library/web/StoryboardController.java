package perennial.library.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import perennial.library.MediaId;
import perennial.library.Storyboards;
import perennial.library.Storyboards.Sheet;
import perennial.library.UnknownMedia;
import perennial.storage.Blobs;
import perennial.storage.ByteServing;
import perennial.storage.Composite;
import perennial.video.ContactSheets;

/** Small pictures for the player's progress bar. Each request asks anew whether this viewer may have them. */
@Controller
class StoryboardController {
    private static final double MILLIS_PER_SECOND = 1000;

    private final Storyboards storyboards;
    private final Blobs blobs;
    private final ByteServing serving;
    private final Asked asked;

    StoryboardController(Storyboards storyboards, Blobs blobs, ByteServing serving, Asked asked) {
        this.storyboards = storyboards;
        this.blobs = blobs;
        this.serving = serving;
        this.asked = asked;
    }

    /**
     * What the player is told; all times in seconds, all sizes in pixels.
     *
     * @param sheets none while they are made
     */
    record Board(int width, int height, int columns, List<BoardSheet> sheets) {}

    /** One sheet. */
    record BoardSheet(double start, double between, int pictures, String url) {}

    @GetMapping("/media/{id}/storyboard")
    ResponseEntity<Board> board(@PathVariable String id) {
        var media = MediaId.asked(id);
        var sheets = storyboards.of(media, asked.viewer());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(new Board(
                        ContactSheets.WIDTH,
                        ContactSheets.HEIGHT,
                        ContactSheets.COLUMNS,
                        IntStream.range(0, sheets.size())
                                .mapToObj(i -> sheet(media, i, sheets.get(i)))
                                .toList()));
    }

    private static BoardSheet sheet(MediaId media, int position, Sheet sheet) {
        return new BoardSheet(
                sheet.start().toMillis() / MILLIS_PER_SECOND,
                sheet.between().toMillis() / MILLIS_PER_SECOND,
                sheet.pictures(),
                "/media/%s/storyboard/%d.jpg?b=%s"
                        .formatted(media, position, sheet.blob().toString().substring(0, 8)));
    }

    @GetMapping("/media/{id}/storyboard/{position}.jpg")
    void picture(@PathVariable String id, @PathVariable String position, HttpServletRequest in, HttpServletResponse out)
            throws IOException {
        if (!position.matches("\\d{1,4}")) throw new UnknownMedia();
        var blob = storyboards
                .sheet(MediaId.asked(id), Integer.parseInt(position), asked.viewer())
                .flatMap(blobs::find)
                .orElseThrow(UnknownMedia::new);
        serving.serve(Composite.of(blob), "image/jpeg", null, in, out);
    }
}
