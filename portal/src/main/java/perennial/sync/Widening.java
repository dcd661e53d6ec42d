package perennial.sync;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a change makes more recordings deletable at Zoom than before (D1). When in doubt it does. */
final class Widening {
    private Widening() {}

    /** @param before null for a new connection */
    static boolean widens(@Nullable Connection before, Settings after, boolean enabled) {
        if (!after.deletion().deleteFromZoom()) return false;
        if (before == null || !before.settings().deletion().deleteFromZoom()) return true;
        if (enabled && !before.enabled()) return true;
        var was = before.settings();
        return deletion(was.deletion(), after.deletion())
                || users(was.whose(), after.whose())
                || filters(was.choice(), after.choice())
                || !was.door().zoomAccount().equals(after.door().zoomAccount())
                || !was.door().apiUrl().equals(after.door().apiUrl());
    }

    private static boolean deletion(Settings.Deletion was, Settings.Deletion is) {
        return is.grace().compareTo(was.grace()) < 0
                || (is.permanently() && !was.permanently())
                || (is.unimported() && !was.unimported())
                || is.cap() > was.cap();
    }

    private static boolean users(Settings.Whose was, Settings.Whose is) {
        if (was.stopOnUnknownUser() && !is.stopOnUnknownUser()) return true;
        return grows(was.users(), is.users());
    }

    private static boolean filters(Settings.Choice was, Settings.Choice is) {
        return is.fetchFrom().isBefore(was.fetchFrom())
                || is.minimumLength().compareTo(was.minimumLength()) < 0
                || (is.webinars() && !was.webinars())
                || grows(was.views(), is.views())
                || pattern(was.topicInclude(), is.topicInclude())
                || pattern(was.topicExclude(), is.topicExclude());
    }

    /** A list where empty means all. */
    private static boolean grows(List<String> was, List<String> is) {
        if (was.isEmpty()) return false;
        return is.isEmpty() || !lower(was).containsAll(lower(is));
    }

    private static List<String> lower(List<String> texts) {
        return texts.stream().map(text -> text.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toList());
    }

    /** Nobody can tell which of two expressions takes more, so only a first one certainly narrows. */
    private static boolean pattern(@Nullable String was, @Nullable String is) {
        return was != null && !Objects.equals(was, is);
    }
}
