package perennial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * Runs tests that share a portal one after the other, those without one first. So one portal is enough at a time (see {@code
 * spring.properties}): none waits for its next test with its jobs running, and none is started twice.
 */
public final class ByContext implements ClassOrderer {
    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.<ClassDescriptor, String>comparing(test -> portal(test.getTestClass()))
                        .thenComparing(test -> test.getTestClass().getName()));
    }

    /** What makes a test's portal another one than its neighbours'. */
    private static String portal(Class<?> test) {
        if (!PortalTest.class.isAssignableFrom(test)) return "";
        var parts = new ArrayList<String>(List.of("portal"));
        for (Class<?> type = test; type != PortalTest.class; type = type.getSuperclass()) {
            Stream.of(type.getDeclaredAnnotations())
                    .filter(each -> each instanceof Import || each instanceof TestPropertySource)
                    .map(Object::toString)
                    .forEach(parts::add);
            if (ownConfiguration(type)) parts.add(type.getName());
        }
        return parts.toString();
    }

    private static boolean ownConfiguration(Class<?> type) {
        return Stream.of(type.getDeclaredClasses()).anyMatch(each -> each.isAnnotationPresent(TestConfiguration.class))
                || Stream.of(type.getDeclaredMethods())
                        .anyMatch(each -> each.isAnnotationPresent(DynamicPropertySource.class));
    }
}
