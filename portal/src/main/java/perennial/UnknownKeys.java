package perennial;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.stereotype.Component;

/**
 * Stops the start at a setting under {@code perennial.} that no module reads: a misspelt key in a file or on the command
 * line is never silently without effect. In the environment, which other programs share, it is only said.
 */
@Component
class UnknownKeys implements BeanFactoryPostProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(UnknownKeys.class);
    private static final String PREFIX = "perennial.";

    /** Bound by no record: read by the defaults file itself, or by several modules. */
    private static final Set<String> OF_ALL_MODULES =
            Set.of("perennial.home", "perennial.tools", "perennial.port", "perennial.address", "perennial.public-url");

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var known = new TreeSet<>(OF_ALL_MODULES);
        for (var name : beans.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
            var type = beans.getType(name);
            var properties = beans.findAnnotationOnBean(name, ConfigurationProperties.class);
            if (type != null && properties != null) collect(properties.value(), type, known);
        }
        var environment = beans.getBean(ConfigurableEnvironment.class);
        for (var source : environment.getPropertySources()) {
            check(source, known);
        }
    }

    private static void collect(String prefix, Class<?> type, Set<String> known) {
        var components = type.getRecordComponents();
        if (components == null) return;
        for (RecordComponent component : components) {
            var key = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            known.add(key);
            collect(key, component.getType(), known);
        }
    }

    private void check(PropertySource<?> source, Set<String> known) {
        if (!(source instanceof EnumerablePropertySource<?> all)) return;
        for (var key : all.getPropertyNames()) {
            var sharedWithOthers = source instanceof SystemEnvironmentPropertySource
                    || source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
            var dotted = key.toLowerCase(Locale.ROOT).replace('_', '.');
            if (!dotted.startsWith(PREFIX) || isKnown(dotted, known)) continue;
            if (!sharedWithOthers) throw new UnknownKey(key, known);
            LOG.warn("setting unknown key={} in=\"{}\": no part of the portal reads it", key, source.getName());
        }
    }

    /** Spelling counts, dashes, dots and list indexes do not: the environment cannot express them. */
    private static boolean isKnown(String key, Set<String> known) {
        var bare = bare(key.replaceAll("\\[.*", ""));
        return known.stream().map(UnknownKeys::bare).anyMatch(bare::equals);
    }

    private static String bare(String key) {
        return key.replaceAll("[.-]", "");
    }
}
