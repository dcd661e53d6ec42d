package perennial.people.web;

import java.util.Map;
import perennial.web.PortalException;

/** Turns what is wrong with fields into the API's answer. */
final class Refusals {
    private Refusals() {}

    /** Throws a 400 that names the first field; returns when there is none. */
    static void refuse(Map<String, String> problems) {
        problems.entrySet().stream().findFirst().ifPresent(problem -> {
            throw PortalException.badRequest(
                    "invalid-" + problem.getKey(),
                    "The field " + problem.getKey() + " is not usable",
                    problem.getValue());
        });
    }
}
