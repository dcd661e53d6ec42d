package perennial.settings.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import perennial.settings.PortalSettings;
import perennial.settings.PublishedVideos;
import perennial.settings.SettingsChanges;
import perennial.web.Viewers;

/** The settings page: what exists by now. */
@Controller
class SettingsController {
    private final PortalSettings settings;
    private final PublishedVideos videos;
    private final SettingsChanges changes;
    private final Viewers viewers;

    SettingsController(PortalSettings settings, PublishedVideos videos, SettingsChanges changes, Viewers viewers) {
        this.settings = settings;
        this.videos = videos;
        this.changes = changes;
        this.viewers = viewers;
    }

    @GetMapping("/settings")
    String page(Model model) {
        return page(model, SettingsForm.of(settings.current()), Map.of());
    }

    @PostMapping("/settings")
    String save(
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var form = SettingsForm.of(fields);
        var problems = form.problems();
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page(model, form, problems);
        }
        var actor = viewers.current().email();
        var wanted = form.applyTo(settings.current());
        var said = "The settings are saved.";
        if (form.applyToPublished()) {
            said = "The settings are saved, and %,d videos have them too.".formatted(changes.everywhere(wanted, actor));
        } else {
            settings.change(wanted, actor);
        }
        redirect.addFlashAttribute("said", said);
        return "redirect:/settings";
    }

    private String page(Model model, SettingsForm form, Map<String, String> problems) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("published", videos.count());
        model.addAttribute("categories", videos.categories());
        model.addAttribute("zones", SettingsForm.ZONES);
        return "settings/settings";
    }
}
