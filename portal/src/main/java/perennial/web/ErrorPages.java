package perennial.web;

import static jakarta.servlet.RequestDispatcher.ERROR_EXCEPTION;
import static jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI;
import static jakarta.servlet.RequestDispatcher.ERROR_STATUS_CODE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last stop of every refused or failed request: a page with a sentence and a next step, or a problem (RFC 9457)
 * below {@code /api} and for scripts of pages that ask for one. Never tells what an exception says, unless it is a {@link PortalException}.
 */
@Controller
class ErrorPages implements ErrorController {
    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final Frames frames;
    private final Assets assets;
    private final JsonMapper json;

    ErrorPages(Frames frames, Assets assets, JsonMapper json) {
        this.frames = frames;
        this.assets = assets;
        this.json = json;
    }

    @RequestMapping("/error")
    @Nullable
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var away = DatabaseAway.instead(request.getAttribute(ERROR_EXCEPTION));
        var fault = Fault.of(
                request.getAttribute(ERROR_STATUS_CODE), away == null ? request.getAttribute(Problems.PROBLEM) : away);
        response.setStatus(fault.status());
        if (away != null) {
            DatabaseAway.mark(response);
            reportAway(request);
        } else if (fault.status() >= 500) {
            report(request, fault);
        }
        response.setHeader("Cache-Control", "no-store");
        if (isApi(request)) {
            write(response, fault);
            return null;
        }
        return page(request, fault);
    }

    /** A server error gets the bare page at once: what broke may be what the frame needs. */
    private ModelAndView page(HttpServletRequest request, Fault fault) {
        var status = HttpStatus.valueOf(fault.status());
        if (fault.status() < 500) {
            try {
                var frame = frames.of(request);
                return new ModelAndView("web/error", Map.of("frame", frame, "fault", fault), status);
            } catch (RuntimeException e) {
                log.warn("error page without frame: {}", e.toString());
            }
        }
        return new ModelAndView("web/bare-error", Map.of("assets", assets, "fault", fault), status);
    }

    private void write(HttpServletResponse response, Fault fault) throws IOException {
        response.setContentType("application/problem+json");
        response.getOutputStream().write(json.writeValueAsBytes(fault.toProblem()));
    }

    private static boolean isApi(HttpServletRequest request) {
        var path = String.valueOf(request.getAttribute(ERROR_REQUEST_URI));
        return path.startsWith("/api/")
                || path.startsWith("/actuator/")
                || "application/problem+json".equals(request.getHeader("Accept"));
    }

    /** One line and no trace: while the database is away every request says the same. */
    private static void reportAway(HttpServletRequest request) {
        log.warn(
                "database away: method={} path={} reason=\"{}\"",
                request.getMethod(),
                request.getAttribute(ERROR_REQUEST_URI),
                request.getAttribute(ERROR_EXCEPTION));
    }

    private static void report(HttpServletRequest request, Fault fault) {
        var cause = request.getAttribute(ERROR_EXCEPTION) instanceof Throwable thrown ? thrown : null;
        log.error(
                "request failed: reference={} method={} path={}",
                fault.reference(),
                request.getMethod(),
                request.getAttribute(ERROR_REQUEST_URI),
                cause);
    }
}
