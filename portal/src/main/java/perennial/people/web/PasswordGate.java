package perennial.people.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import perennial.people.CurrentPerson;
import perennial.people.NeedsPassword;
import perennial.people.RecentPassword;
import perennial.web.PortalException;

/**
 * Asks for the password before a dangerous step and then takes the step with what was entered: the page that asks is a
 * form to the same address with the same fields, and one more.
 */
@Controller
@ControllerAdvice
class PasswordGate implements HandlerInterceptor, WebMvcConfigurer {
    private static final String PASSWORD = "_password";
    private static final String PAGE = "/prove";
    private static final String PROBLEM = PasswordGate.class.getName() + ".problem";

    private final RecentPassword recent;
    private final CurrentPerson current;

    PasswordGate(RecentPassword recent, CurrentPerson current) {
        this.recent = recent;
        this.current = current;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws ServletException, IOException {
        if (!"POST".equals(request.getMethod()) || current.byToken()) return true;
        if (forwarded(request) != null || !(handler instanceof HandlerMethod method)) return true;
        var password = request.getParameter(PASSWORD);
        if (password != null) {
            var problem = problem(recent.prove(request, password));
            if (!problem.isEmpty()) return ask(request, response, problem);
        }
        if (!method.hasMethodAnnotation(NeedsPassword.class)) return true;
        try {
            recent.require();
            return true;
        } catch (RecentPassword.Needed e) {
            return ask(request, response, "");
        }
    }

    @ExceptionHandler
    void ask(RecentPassword.Needed needed, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        ask(request, response, "");
    }

    /** Reached only by a forward from here. */
    @RequestMapping(PAGE)
    String page(HttpServletRequest request, HttpServletResponse response, Model model) {
        var step = forwarded(request);
        if (step == null || !(request.getAttribute(PROBLEM) instanceof String problem))
            throw PortalException.notFound();
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        model.addAttribute("action", step);
        var fields = fields(request.getParameterMap());
        model.addAttribute(
                "fields", fields.stream().filter(field -> !field.secret()).toList());
        model.addAttribute(
                "again",
                fields.stream()
                        .filter(field -> field.secret() && !field.value().isBlank())
                        .toList());
        model.addAttribute("problems", problem.isEmpty() ? Map.of() : new LinkedHashMap<>(Map.of(PASSWORD, problem)));
        model.addAttribute("byPassword", recent.hasPassword());
        return "people/prove";
    }

    private static boolean ask(HttpServletRequest request, HttpServletResponse response, String problem)
            throws ServletException, IOException {
        request.setAttribute(PROBLEM, problem);
        request.getRequestDispatcher(PAGE).forward(request, response);
        return false;
    }

    private static String problem(RecentPassword.Outcome outcome) {
        return switch (outcome) {
            case RIGHT -> "";
            case WRONG -> "This is not your password. Nothing was done.";
            case TOO_MANY -> "Too many tries. Wait some minutes, then try again.";
        };
    }

    private static List<KeptField> fields(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals(PASSWORD) && !entry.getKey().equals("_csrf"))
                .flatMap(entry -> List.of(entry.getValue()).stream().map(value -> new KeptField(entry.getKey(), value)))
                .toList();
    }

    private static @Nullable String forwarded(HttpServletRequest request) {
        return (String) request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    }
}
