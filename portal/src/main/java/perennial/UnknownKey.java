package perennial;

import java.util.Set;
import java.util.stream.Collectors;

/** A setting that nothing reads. The message names it and those it may have been meant for. */
final class UnknownKey extends RuntimeException {
    UnknownKey(String key, Set<String> known) {
        super("%s is not a setting of the portal. Beside it there are: %s".formatted(key, neighbours(key, known)));
    }

    private static String neighbours(String key, Set<String> known) {
        var group = key.substring(0, key.lastIndexOf('.') + 1);
        var near = known.stream().filter(each -> each.startsWith(group)).collect(Collectors.joining(", "));
        return near.isEmpty() ? String.join(", ", known) : near;
    }
}
