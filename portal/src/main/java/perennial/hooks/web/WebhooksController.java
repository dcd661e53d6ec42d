package perennial.hooks.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import perennial.hooks.Delivery;
import perennial.hooks.HookEvent;
import perennial.hooks.WebhookId;
import perennial.hooks.WebhookRefused;
import perennial.hooks.Webhooks;
import perennial.library.Cursor;
import perennial.people.CurrentPerson;
import perennial.people.NeedsPassword;

/** The Managers' pages of webhooks: the list, and each with its log. */
@Controller
@RequestMapping("/settings/webhooks")
class WebhooksController {
    private static final int PAGE = 50;

    private final Webhooks webhooks;
    private final TestMessages tests;
    private final CurrentPerson current;

    WebhooksController(Webhooks webhooks, TestMessages tests, CurrentPerson current) {
        this.webhooks = webhooks;
        this.tests = tests;
        this.current = current;
    }

    @GetMapping
    String list(Model model) {
        return list(model, null, WebhookForm.fresh(), Map.of());
    }

    /** Shows the secret in the answer itself: it is known this once. */
    @NeedsPassword
    @PostMapping
    String make(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") List<String> events,
            HttpServletResponse response,
            Model model) {
        try {
            var made = webhooks.make(address, events, current.require());
            return list(model, made.secret(), WebhookForm.fresh(), Map.of());
        } catch (WebhookRefused refused) {
            response.setStatus(422);
            return list(model, null, new WebhookForm(address, events, true), refused.fields());
        }
    }

    @GetMapping("/{id}")
    String one(@PathVariable String id, @RequestParam(defaultValue = "") String before, Model model) {
        var webhook = webhooks.require(WebhookId.asked(id));
        return one(model, webhook.id(), before, WebhookForm.of(webhook), Map.of());
    }

    @NeedsPassword
    @PostMapping("/{id}")
    String change(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") List<String> events,
            @RequestParam(defaultValue = "false") boolean enabled,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var webhook = WebhookId.asked(id);
        try {
            webhooks.change(webhook, address, events, enabled, current.require());
            next.addFlashAttribute("said", "The webhook is saved.");
            return "redirect:/settings/webhooks/" + webhook;
        } catch (WebhookRefused refused) {
            response.setStatus(422);
            return one(model, webhook, "", new WebhookForm(address, events, enabled), refused.fields());
        }
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable String id, RedirectAttributes next) {
        webhooks.delete(WebhookId.asked(id), current.require());
        next.addFlashAttribute("said", "The webhook is deleted.");
        return "redirect:/settings/webhooks";
    }

    @PostMapping("/{id}/test")
    String test(@PathVariable String id, RedirectAttributes next) {
        var webhook = WebhookId.asked(id);
        next.addFlashAttribute("said", tests.send(webhook));
        return "redirect:/settings/webhooks/" + webhook + "#log";
    }

    @PostMapping("/{id}/deliveries/{delivery}/again")
    String again(@PathVariable String id, @PathVariable String delivery, RedirectAttributes next) {
        var webhook = WebhookId.asked(id);
        webhooks.again(webhook, Delivery.asked(delivery));
        next.addFlashAttribute("said", "The message is sent once more.");
        return "redirect:/settings/webhooks/" + webhook + "#log";
    }

    private String list(Model model, @Nullable String secret, WebhookForm form, Map<String, String> problems) {
        model.addAttribute("webhooks", webhooks.all());
        model.addAttribute("secret", secret);
        model.addAttribute("choices", HookEvent.choices());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "hooks/webhooks";
    }

    private String one(Model model, WebhookId id, String before, WebhookForm form, Map<String, String> problems) {
        var found = webhooks.log(id, Cursor.asked(before), PAGE + 1);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("webhook", webhooks.require(id));
        model.addAttribute("log", page);
        model.addAttribute(
                "older", found.size() <= PAGE ? null : page.getLast().place().toString());
        model.addAttribute("choices", HookEvent.choices());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "hooks/webhook";
    }
}
