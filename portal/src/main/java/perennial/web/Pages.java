package perennial.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Renders a template to text, for live fragments and mails. */
@Service
public class Pages {
    private final TemplateEngine templates;

    Pages(TemplateEngine templates) {
        this.templates = templates;
    }

    /** Renders {@code template}, named as in a view name ({@code sync/live}); the model must hold its parameters. */
    public String render(String template, Map<String, Object> model) {
        var out = new StringOutput();
        templates.render(template + ".jte", model, out);
        return out.toString();
    }
}
