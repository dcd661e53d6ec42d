package perennial.settings.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import perennial.settings.EmbedSites;
import perennial.settings.SharingSettings;
import perennial.settings.UploadLimit;
import perennial.web.Viewers;

/** The page of what comes in by uploads, and of where videos are shown outside. */
@Controller
class SharingController {
    private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1_000_000_000);

    private final UploadLimit uploads;
    private final EmbedSites sites;
    private final SharingSettings settings;
    private final Viewers viewers;

    SharingController(UploadLimit uploads, EmbedSites sites, SharingSettings settings, Viewers viewers) {
        this.uploads = uploads;
        this.sites = sites;
        this.settings = settings;
        this.viewers = viewers;
    }

    @GetMapping("/settings/sharing")
    String page(Model model) {
        var gigabytes = BigDecimal.valueOf(uploads.bytes()).divide(GIGABYTE).stripTrailingZeros();
        return page(model, gigabytes.toPlainString(), String.join("\n", sites.all()), Map.of());
    }

    /**
     * @param largestUpload in gigabytes
     * @param embedSites one a line
     */
    @PostMapping("/settings/sharing")
    String save(
            @RequestParam(defaultValue = "") String largestUpload,
            @RequestParam(defaultValue = "") String embedSites,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var typed = largestUpload.strip().replace(',', '.');
        if (!typed.matches("\\d{1,6}(\\.\\d{1,3})?") || new BigDecimal(typed).signum() == 0) {
            return wrong(
                    model,
                    response,
                    largestUpload,
                    embedSites,
                    Map.of("largestUpload", "Enter a number of gigabytes, such as 50 or 0.5."));
        }
        var bytes = new BigDecimal(typed).multiply(GIGABYTE).longValueExact();
        try {
            settings.change(
                    bytes, EmbedSites.typed(embedSites), viewers.current().email());
        } catch (IllegalArgumentException e) {
            return wrong(
                    model, response, largestUpload, embedSites, Map.of("embedSites", String.valueOf(e.getMessage())));
        }
        redirect.addFlashAttribute("said", "The settings are saved.");
        return "redirect:/settings/sharing";
    }

    private static String wrong(
            Model model,
            HttpServletResponse response,
            String largestUpload,
            String embedSites,
            Map<String, String> problems) {
        response.setStatus(422);
        return page(model, largestUpload, embedSites, problems);
    }

    private static String page(Model model, String largestUpload, String embedSites, Map<String, String> problems) {
        model.addAttribute("largestUpload", largestUpload);
        model.addAttribute("embedSites", embedSites);
        model.addAttribute("problems", problems);
        return "settings/sharing";
    }
}
