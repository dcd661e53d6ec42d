package perennial.sync.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import perennial.people.CurrentPerson;
import perennial.people.NeedsPassword;
import perennial.sync.Connections;

/** Removing a connection: a page behind its settings, where its name is typed. */
@Controller
@RequestMapping("/zoom/{id}/remove")
class RemovalController {
    private final Connections connections;
    private final CurrentPerson current;

    RemovalController(Connections connections, CurrentPerson current) {
        this.connections = connections;
        this.current = current;
    }

    @GetMapping
    String form(@PathVariable String id, Model model) {
        model.addAttribute("connection", connections.require(Ids.connection(id)));
        return "sync/remove";
    }

    @NeedsPassword
    @PostMapping
    ModelAndView remove(
            @PathVariable String id, @RequestParam(defaultValue = "") String words, RedirectAttributes next) {
        var connection = connections.require(Ids.connection(id));
        var name = connection.settings().name();
        if (!words.strip().equals(name)) {
            return new ModelAndView(
                    "sync/remove",
                    Map.of("connection", connection, "problems", Map.of("words", "Type " + name + " to go on.")),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        connections.delete(connection.id(), current.require());
        next.addFlashAttribute("said", "%s is removed. Its videos are still here.".formatted(name));
        return new ModelAndView("redirect:/zoom");
    }
}
