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
import perennial.sync.Connection;
import perennial.sync.Connections;
import perennial.sync.InvalidSettings;
import perennial.sync.OneRecording;
import perennial.zoom.ZoomException;

/** Importing one recording that is named by hand: a dialog of the connection's page, and a page of its own for a mistake. */
@Controller
@RequestMapping("/zoom/{id}/import")
class ImportOneController {
    private final Connections connections;
    private final OneRecording one;
    private final CurrentPerson current;

    ImportOneController(Connections connections, OneRecording one, CurrentPerson current) {
        this.connections = connections;
        this.one = one;
        this.current = current;
    }

    @GetMapping
    String form(@PathVariable String id, Model model) {
        model.addAttribute("form", ImportOneForm.of(connections.require(Ids.connection(id)), "", null));
        return "sync/importone";
    }

    @PostMapping
    ModelAndView send(
            @PathVariable String id, @RequestParam(defaultValue = "") String recording, RedirectAttributes next) {
        var connection = connections.require(Ids.connection(id));
        try {
            var found = one.importOne(connection.id(), recording, current.require());
            next.addFlashAttribute("said", "Found. Its import is queued.");
            return new ModelAndView("redirect:/zoom/%s/recordings/%s".formatted(id, found));
        } catch (InvalidSettings e) {
            return refused(connection, recording, String.valueOf(e.getMessage()));
        } catch (ZoomException e) {
            return refused(connection, recording, e.getMessage());
        }
    }

    private static ModelAndView refused(Connection connection, String text, String error) {
        return new ModelAndView(
                "sync/importone",
                Map.of("form", ImportOneForm.of(connection, text, error)),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
