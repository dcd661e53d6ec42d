package perennial.library.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import perennial.library.Captions;
import perennial.library.ChapterLines;
import perennial.library.Contents;
import perennial.library.Media;
import perennial.library.MediaChanges;
import perennial.library.MediaEditing;
import perennial.library.MediaId;
import perennial.library.MediaStatus;
import perennial.library.NotPossible;
import perennial.library.Pictures;
import perennial.library.TextEdits;
import perennial.people.CurrentPerson;
import perennial.web.Dates;

/** The settings of one item: words, who may view it and when, captions, chapters, picture. */
@Controller
class MediaSettingsController {
    private final MediaChanges changes;
    private final MediaEditing editing;
    private final Captions captions;
    private final Contents contents;
    private final TextEdits edits;
    private final Pictures pictures;
    private final EditReader reader;
    private final SettingsPages pages;
    private final CurrentPerson current;

    MediaSettingsController(
            MediaChanges changes,
            MediaEditing editing,
            Captions captions,
            Contents contents,
            TextEdits edits,
            Pictures pictures,
            EditReader reader,
            SettingsPages pages,
            CurrentPerson current) {
        this.changes = changes;
        this.editing = editing;
        this.captions = captions;
        this.contents = contents;
        this.edits = edits;
        this.pictures = pictures;
        this.reader = reader;
        this.pages = pages;
        this.current = current;
    }

    @GetMapping("/media/{id}/edit")
    String form(@PathVariable String id, Model model) {
        model.addAttribute("page", pages.page(item(id), current.require()));
        return "library/edit";
    }

    @PostMapping("/media/{id}/edit")
    ModelAndView save(@PathVariable String id, @RequestParam Map<String, String> sent, RedirectAttributes next) {
        var item = item(id);
        var fields = EditFields.of(sent);
        var read = reader.read(fields, editing.of(item), Dates.zone());
        if (!read.problems().isEmpty()) return again(item, fields, null, read.problems());
        try {
            editing.save(item.id(), current.require(), read.settings());
        } catch (NotPossible e) {
            return again(item, fields, null, problem(e, "title"));
        }
        return after(item, next);
    }

    @PostMapping("/media/{id}/link")
    ModelAndView replaceLink(@PathVariable String id, RedirectAttributes next) {
        editing.replaceLink(MediaId.asked(id), current.require());
        return to(id, "The old link has ended. Here is a new one.", next);
    }

    @PostMapping("/media/{id}/captions")
    ModelAndView captions(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String language,
            @RequestParam MultipartFile file,
            RedirectAttributes next)
            throws IOException {
        try {
            captions.put(MediaId.asked(id), current.require(), language, new String(file.getBytes(), UTF_8));
        } catch (NotPossible e) {
            return again(item(id), e, "language");
        }
        return to(id, "The captions are in.", next);
    }

    @PostMapping("/media/{id}/captions/remove")
    ModelAndView removeCaptions(@PathVariable String id, @RequestParam String language, RedirectAttributes next) {
        captions.remove(MediaId.asked(id), current.require(), language);
        return to(id, "The captions are removed.", next);
    }

    /** Takes one a line, see {@link ChapterLines}. */
    @PostMapping("/media/{id}/chapters")
    ModelAndView chapters(
            @PathVariable String id, @RequestParam(defaultValue = "") String chapters, RedirectAttributes next) {
        var item = item(id);
        var person = current.require();
        try {
            var now = contents.of(item, person.id()).chapters();
            edits.chapters(item.id(), person, ChapterLines.read(chapters, now));
        } catch (NotPossible e) {
            return again(item, EditFields.of(editing.of(item), Dates.zone()), chapters, problem(e, "chapters"));
        }
        return to(id, "The chapters are saved.", next);
    }

    @PostMapping("/media/{id}/picture")
    ModelAndView picture(@PathVariable String id, @RequestParam MultipartFile picture, RedirectAttributes next)
            throws IOException {
        try {
            pictures.bring(MediaId.asked(id), current.require(), picture.getBytes());
        } catch (NotPossible e) {
            return again(item(id), e, "picture");
        }
        return to(id, "The picture is in.", next);
    }

    /**
     * @param second where in the video; empty for wherever the portal thinks best
     */
    @PostMapping("/media/{id}/picture/take")
    ModelAndView take(
            @PathVariable String id, @RequestParam(defaultValue = "") String second, RedirectAttributes next) {
        try {
            pictures.take(MediaId.asked(id), current.require(), seconds(second));
        } catch (NotPossible e) {
            return again(item(id), e, "picture");
        }
        return to(id, "The picture is being taken.", next);
    }

    /** "19:20", "1:02:03" or plain seconds. */
    private static long seconds(String text) {
        if (text.isBlank()) return -1;
        if (!text.strip().matches("(\\d{1,3}:){0,2}\\d{1,6}")) return Long.MAX_VALUE;
        long seconds = 0;
        for (var part : text.strip().split(":", -1)) seconds = seconds * 60 + Long.parseLong(part);
        return seconds;
    }

    private Media item(String id) {
        return changes.editable(MediaId.asked(id), current.require());
    }

    private ModelAndView after(Media before, RedirectAttributes next) {
        var now = changes.ifEditable(before.id(), current.require()).orElse(null);
        if (now == null) {
            next.addFlashAttribute("said", "Saved. The video is its new author's.");
            return new ModelAndView("redirect:/library");
        }
        var sent = before.status() == MediaStatus.PUBLISHED && now.status() == MediaStatus.IN_REVIEW;
        return to(before.id().toString(), sent ? "Saved, and sent to review." : "Saved.", next);
    }

    private ModelAndView again(Media item, NotPossible e, String field) {
        return again(item, EditFields.of(editing.of(item), Dates.zone()), null, problem(e, field));
    }

    private static Map<String, String> problem(NotPossible e, String field) {
        return Map.of(Objects.requireNonNullElse(e.field(), field), e.sentence() + ".");
    }

    private ModelAndView again(Media item, EditFields fields, @Nullable String chapters, Map<String, String> problems) {
        var page = pages.page(item, current.require(), fields, chapters, new LinkedHashMap<>(problems));
        return new ModelAndView("library/edit", Map.of("page", page), HttpStatus.BAD_REQUEST);
    }

    private static ModelAndView to(String id, String said, RedirectAttributes next) {
        next.addFlashAttribute("said", said);
        return new ModelAndView("redirect:/media/" + id + "/edit");
    }
}
