package perennial.sync.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import perennial.people.CurrentPerson;
import perennial.sync.Connection;
import perennial.sync.Connections;
import perennial.sync.Inquiries;
import perennial.sync.Inquiry;
import perennial.sync.Preview;

/** The page of a question to Zoom that takes longer than a request: how far it is, then its answer. */
@Controller
@RequestMapping("/zoom/inquiries/{id}")
class InquiriesController {
    private static final Set<String> SWITCH = Set.of("enabled", "confirm");

    private final Inquiries inquiries;
    private final Connections connections;
    private final SettingsForms forms;
    private final WebhookViews webhooks;
    private final CurrentPerson current;

    InquiriesController(
            Inquiries inquiries,
            Connections connections,
            SettingsForms forms,
            WebhookViews webhooks,
            CurrentPerson current) {
        this.inquiries = inquiries;
        this.connections = connections;
        this.forms = forms;
        this.webhooks = webhooks;
        this.current = current;
    }

    @GetMapping
    ModelAndView page(@PathVariable String id) {
        var inquiry = inquiries.require(Ids.inquiry(id));
        var about = inquiry.connection();
        var connection = about == null ? null : connections.require(about);
        if (inquiry.kind() == Inquiry.Kind.COMPARISON) {
            return new ModelAndView("redirect:/zoom/%s/reconciliation".formatted(about));
        }
        var preview = inquiry.preview();
        return preview == null ? counting(inquiry, connection) : answer(inquiry, connection, preview);
    }

    /** The part of the page that changes; once there is an answer, the whole page is had again. */
    @GetMapping("/progress")
    String progress(@PathVariable String id, Model model, HttpServletResponse response) {
        var inquiry = inquiries.require(Ids.inquiry(id));
        if (inquiry.ended()) response.setHeader("HX-Refresh", "true");
        model.addAttribute("progress", ProgressView.of(inquiry));
        return "sync/progress";
    }

    private static ModelAndView counting(Inquiry inquiry, @Nullable Connection connection) {
        var model = Map.of(
                "name",
                        connection == null
                                ? "New connection"
                                : connection.settings().name(),
                "back", connection == null ? "/zoom/new" : "/zoom/%s/settings".formatted(connection.id()),
                "progress", ProgressView.of(inquiry));
        return new ModelAndView("sync/counting", model);
    }

    private ModelAndView answer(Inquiry inquiry, @Nullable Connection connection, Preview preview) {
        boolean asks = inquiry.kind() == Inquiry.Kind.CONFIRMATION;
        var sent = inquiries.sent(inquiry);
        if (asks && connection != null && SWITCH.containsAll(sent.keySet())) {
            return allow(connection, preview, HttpStatus.OK.value());
        }
        var form = forms.previewed(connection, sent, PreviewView.of(preview, asks), current.require());
        return new ModelAndView("sync/settings", Map.of("form", form, "webhook", webhooks.of(connection)));
    }

    /** Switching a deleting connection on needs the words for it (D1). */
    static ModelAndView allow(Connection connection, Preview preview, int status) {
        var model = Map.of(
                "id", connection.id().toString(),
                "name", connection.settings().name(),
                "preview", PreviewView.of(preview, true));
        return new ModelAndView("sync/allow", model, HttpStatus.valueOf(status));
    }
}
