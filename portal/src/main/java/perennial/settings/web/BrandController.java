package perennial.settings.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import perennial.settings.Accent;
import perennial.settings.Branding;
import perennial.settings.PortalSettings;
import perennial.web.PortalException;
import perennial.web.Viewers;

/** The branding page, and the logo that every page shows. */
@Controller
class BrandController {
    private final Branding branding;
    private final PortalSettings settings;
    private final Viewers viewers;

    BrandController(Branding branding, PortalSettings settings, Viewers viewers) {
        this.branding = branding;
        this.settings = settings;
        this.viewers = viewers;
    }

    @GetMapping("/settings/branding")
    String page(Model model) {
        return page(model, Map.of());
    }

    @PostMapping("/settings/branding")
    String accent(@RequestParam(defaultValue = "") String accent, RedirectAttributes redirect) {
        var chosen = Accent.ofCode(accent)
                .orElseThrow(() -> PortalException.badRequest(
                        "unknown-accent", "There is no such colour", "Choose one from the page."));
        branding.accent(chosen, viewers.current().email());
        return saved(redirect, "The colour is saved.");
    }

    @PostMapping("/settings/branding/logo")
    String logo(
            @RequestParam(required = false) @Nullable MultipartFile logo,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model)
            throws IOException {
        try {
            branding.logo(
                    logo == null ? new byte[0] : logo.getBytes(),
                    viewers.current().email());
        } catch (PortalException refused) {
            response.setStatus(422);
            return page(model, Map.of("logo", refused.nextStep()));
        }
        return saved(redirect, "The logo is saved.");
    }

    @PostMapping("/settings/branding/no-logo")
    String noLogo(RedirectAttributes redirect) {
        branding.noLogo(viewers.current().email());
        return saved(redirect, "The portal shows its own mark again.");
    }

    /** Its address holds a hash of it, so browsers may keep it. */
    @GetMapping("/brand/{key}.png")
    ResponseEntity<byte[]> bytes(@PathVariable String key) {
        var png = branding.logo(key).orElseThrow(PortalException::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(png);
    }

    private String page(Model model, Map<String, String> problems) {
        model.addAttribute("look", settings.look());
        model.addAttribute("accents", Accent.values());
        model.addAttribute("problems", problems);
        return "settings/branding";
    }

    private static String saved(RedirectAttributes redirect, String said) {
        redirect.addFlashAttribute("said", said);
        return "redirect:/settings/branding";
    }
}
