package perennial.sync;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Which settings differ between two, for the audit log. */
final class SettingsDiff {
    private SettingsDiff() {}

    static List<String> names(Settings before, Settings after) {
        var names = new TreeSet<String>();
        compare(before, after, names);
        return List.copyOf(names);
    }

    private static void compare(Record before, Record after, Set<String> names) {
        for (var component : before.getClass().getRecordComponents()) {
            var one = value(component, before);
            var other = value(component, after);
            if (Objects.equals(one, other)) continue;
            if (one instanceof Record group
                    && other instanceof Record changed
                    && !(one instanceof perennial.people.PersonId)) {
                compare(group, changed, names);
            } else {
                names.add(component.getName());
            }
        }
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a record's own accessor failed: " + component, e);
        }
    }
}
