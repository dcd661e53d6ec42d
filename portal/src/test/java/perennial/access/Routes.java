package perennial.access;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** What the router of a running portal serves: controllers, the operators' addresses, folders of files. */
final class Routes {
    private Routes() {}

    /** Each as METHOD and address. */
    static Set<String> of(ApplicationContext portal) {
        return portal.getBeansOfType(HandlerMapping.class).values().stream()
                .flatMap(Routes::names)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(HandlerMapping mapping) {
        if (mapping instanceof RequestMappingInfoHandlerMapping routes) {
            return routes.getHandlerMethods().keySet().stream().flatMap(Routes::names);
        }
        if (mapping instanceof AbstractUrlHandlerMapping files) {
            return files.getHandlerMap().keySet().stream().map(path -> "FILES " + plain(path));
        }
        return Stream.empty();
    }

    private static Stream<String> names(RequestMappingInfo route) {
        var methods = route.getMethodsCondition().getMethods();
        var verbs = methods.isEmpty() ? Stream.of("ANY") : methods.stream().map(Enum::name);
        return verbs.flatMap(verb -> route.getPatternValues().stream().map(path -> verb + " " + plain(path)));
    }

    /** Names in braces without what they must look like, and no version of this build. */
    private static String plain(String path) {
        return path.replaceAll("\\{(\\w+):[^/]*}", "{$1}").replaceAll("/[0-9a-f]{12}/", "/{version}/");
    }
}
