package perennial.sync;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the API and the tables spell the constants of an enum: {@code WAITING_ROOM} is {@code waiting-room}. */
final class Word {
    private Word() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .findFirst();
    }

    /** @throws IllegalArgumentException if there is no such word, which the tables' constraints rule out */
    static <E extends Enum<E>> E parse(Class<E> type, String word) {
        return find(type, word).orElseThrow(() -> new IllegalArgumentException("no %s: %s".formatted(type, word)));
    }
}
