package perennial.library.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.library.ChapterMark;
import perennial.library.Contents;
import perennial.library.Media;
import perennial.library.MediaId;
import perennial.library.UnknownMedia;
import perennial.library.VisibleBytes;
import perennial.video.Cue;
import perennial.video.WebVtt;

/** Captions and chapters as players read them (WebVTT). */
@Controller
class MediaTextController {
    private static final MediaType VTT = MediaType.parseMediaType("text/vtt;charset=utf-8");
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final VisibleBytes visible;
    private final Contents contents;
    private final Asked asked;

    MediaTextController(VisibleBytes visible, Contents contents, Asked asked) {
        this.visible = visible;
        this.contents = contents;
        this.asked = asked;
    }

    @GetMapping("/media/{id}/captions/{language}.vtt")
    ResponseEntity<String> captions(
            @PathVariable String id,
            @PathVariable String language,
            @RequestParam(required = false) @Nullable String download) {
        var item = asked.visible(MediaId.asked(id));
        var lines = visible.captions(item.id(), language, asked.viewer()).orElseThrow(UnknownMedia::new);
        var cues = lines.stream()
                .map(line -> new Cue(line.start(), line.end(), line.speaker(), line.text()))
                .toList();
        var name = download == null ? null : FileNames.of(item.title() + " - " + language, ".vtt");
        return vtt(cues, name);
    }

    @GetMapping("/media/{id}/chapters.vtt")
    ResponseEntity<String> chapters(@PathVariable String id) {
        var item = asked.visible(MediaId.asked(id));
        return vtt(cues(item, contents.of(item, asked.viewer()).chapters()), null);
    }

    /** Each chapter lasts until the next begins. */
    private static List<Cue> cues(Media item, List<ChapterMark> chapters) {
        var cues = new ArrayList<Cue>();
        for (var i = 0; i < chapters.size(); i++) {
            var start = chapters.get(i).start();
            var end = i + 1 < chapters.size() ? chapters.get(i + 1).start() : item.length();
            var after = end.compareTo(start) > 0 ? end : start.plus(SHORTEST);
            cues.add(new Cue(start, after, null, chapters.get(i).title()));
        }
        return cues;
    }

    private static ResponseEntity<String> vtt(List<Cue> cues, @Nullable String name) {
        var reply = ResponseEntity.ok()
                .contentType(VTT)
                .cacheControl(CacheControl.noCache().cachePrivate());
        if (name != null) {
            var attachment = ContentDisposition.attachment().filename(name, UTF_8);
            reply = reply.header(
                    HttpHeaders.CONTENT_DISPOSITION, attachment.build().toString());
        }
        return reply.body(WebVtt.write(cues));
    }
}
