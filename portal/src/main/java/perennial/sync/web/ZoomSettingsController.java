package perennial.sync.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import perennial.people.CurrentPerson;
import perennial.sync.Connection;
import perennial.sync.Connections;
import perennial.sync.DeletionNotConfirmed;
import perennial.sync.Inquiries;
import perennial.sync.Inquiry;
import perennial.sync.InvalidSettings;
import perennial.sync.StillCounting;

/** The settings of a connection, as a form. */
@Controller
@RequestMapping("/zoom")
class ZoomSettingsController {
    private final Connections connections;
    private final Inquiries inquiries;
    private final SettingsForms forms;
    private final ConnectionChecks checks;
    private final WebhookViews webhooks;
    private final CurrentPerson current;

    ZoomSettingsController(
            Connections connections,
            Inquiries inquiries,
            SettingsForms forms,
            ConnectionChecks checks,
            WebhookViews webhooks,
            CurrentPerson current) {
        this.connections = connections;
        this.inquiries = inquiries;
        this.forms = forms;
        this.checks = checks;
        this.webhooks = webhooks;
        this.current = current;
    }

    @GetMapping("/new")
    String fresh(Model model) {
        model.addAttribute("form", forms.fresh(current.require()));
        model.addAttribute("webhook", webhooks.of(null));
        return "sync/settings";
    }

    @PostMapping("/new")
    ModelAndView create(@RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        var fields = FormFields.of(sent);
        try {
            var made = connections.create(fields, current.require());
            next.addFlashAttribute("said", "Saved. " + checks.ask(made));
            return new ModelAndView("redirect:/zoom/" + made.id());
        } catch (InvalidSettings e) {
            return refused(null, forms.refused(null, fields, e.fields(), current.require()));
        } catch (DeletionNotConfirmed e) {
            return asked(null, fields, e);
        } catch (StillCounting e) {
            return counting(e.inquiry());
        }
    }

    /** The form as it was sent, with what it would do; nothing is saved. */
    @PostMapping("/new/preview")
    ModelAndView preview(@RequestParam MultiValueMap<String, String> sent) {
        return previewed(null, FormFields.of(sent));
    }

    /** The form as it was sent, with what it would do; nothing is saved. */
    @PostMapping("/{id}/settings/preview")
    ModelAndView preview(@PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
        return previewed(connections.require(Ids.connection(id)), FormFields.of(sent));
    }

    private ModelAndView previewed(@Nullable Connection connection, Map<String, String> fields) {
        try {
            var inquiry = inquiries.preview(connection == null ? null : connection.id(), fields, current.require());
            var preview = inquiry.preview();
            if (preview == null) return counting(inquiry);
            var view = PreviewView.of(preview, false);
            return shown(connection, forms.previewed(connection, fields, view, current.require()), 200);
        } catch (InvalidSettings e) {
            return refused(connection, forms.refused(connection, fields, e.fields(), current.require()));
        }
    }

    /** The page that shows how far the answer is. */
    private static ModelAndView counting(Inquiry inquiry) {
        return new ModelAndView("redirect:/zoom/inquiries/" + inquiry.id());
    }

    private ModelAndView asked(@Nullable Connection connection, Map<String, String> fields, DeletionNotConfirmed e) {
        var preview = PreviewView.of(e.preview(), true);
        return shown(connection, forms.previewed(connection, fields, preview, current.require()), e.status());
    }

    @GetMapping("/{id}/settings")
    String settings(@PathVariable String id, Model model) {
        var connection = connections.require(Ids.connection(id));
        model.addAttribute("form", forms.of(connection, current.require()));
        model.addAttribute("webhook", webhooks.of(connection));
        return "sync/settings";
    }

    @PostMapping("/{id}/settings")
    ModelAndView save(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        var connection = connections.require(Ids.connection(id));
        var fields = FormFields.of(sent);
        try {
            var changed = connections.change(connection.id(), fields, current.require());
            next.addFlashAttribute(
                    "said", changed.enabled() ? "Saved. A sync starts." : "Saved. " + checks.ask(changed));
            return new ModelAndView("redirect:/zoom/" + id);
        } catch (InvalidSettings e) {
            return refused(connection, forms.refused(connection, fields, e.fields(), current.require()));
        } catch (DeletionNotConfirmed e) {
            return asked(connection, fields, e);
        } catch (StillCounting e) {
            return counting(e.inquiry());
        }
    }

    private ModelAndView refused(@Nullable Connection connection, SettingsForm form) {
        return shown(connection, form, HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    private ModelAndView shown(@Nullable Connection connection, SettingsForm form, int status) {
        return new ModelAndView(
                "sync/settings", Map.of("form", form, "webhook", webhooks.of(connection)), HttpStatus.valueOf(status));
    }
}
