package perennial.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Sends what a controller or a filter refuses to the one place that words it, {@link ErrorPages}. */
@ControllerAdvice
public class Problems {
    Problems() {}

    static final String PROBLEM = "perennial.problem";

    @ExceptionHandler
    void answer(PortalException problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        refuse(problem, request, response);
    }

    /** Refuses a request that no controller has seen yet, as if one had. */
    public static void refuse(PortalException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(PROBLEM, problem);
        response.sendError(problem.status());
    }
}
