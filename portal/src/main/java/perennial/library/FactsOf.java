package perennial.library;

import java.util.EnumMap;
import org.springframework.stereotype.Component;
import perennial.library.Facts.Field;

/** Reads the {@link Facts} of items. The caller has seen to who may see them. */
@Component
public class FactsOf {
    /** What {@code item} is now. */
    public Facts of(Media item) {
        var values = new EnumMap<Field, String>(Field.class);
        values.put(Field.TITLE, item.title());
        values.put(Field.DESCRIPTION, item.description());
        values.put(Field.ACCESS, item.access().sentence());
        values.put(Field.FILE, "Version " + item.version());
        return new Facts(values);
    }
}
