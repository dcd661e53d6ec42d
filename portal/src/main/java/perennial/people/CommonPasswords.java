package perennial.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** Passwords that are guessed first. A list of bases that people lengthen, and the ways in which they do. */
final class CommonPasswords {
    private static final Set<String> BASES = read();

    private CommonPasswords() {}

    /**
     * Whether nothing is left of it but a base word, however often, with digits and signs around it and letters swapped
     * for look-alikes: {@code Passw0rd2024!!}, {@code qwertyqwerty}, {@code 123456123456}.
     */
    static boolean contains(String password) {
        var text = password.toLowerCase(Locale.ROOT);
        if (text.codePoints().distinct().count() <= 3 || isRun(text)) return true;
        return isBase(text) || isBase(plain(text)) || isBase(letters(plain(text))) || isBase(letters(text));
    }

    /** Whether it is little more than parts of the person's own name or address: less than four letters are left. */
    static boolean isMadeOf(String password, String... own) {
        var text = password.toLowerCase(Locale.ROOT);
        var left = text;
        for (var source : own) {
            for (var word : source.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
                if (word.length() >= 3) left = left.replace(word, "");
            }
        }
        return left.length() < text.length()
                && left.codePoints().filter(Character::isLetter).count() < 4;
    }

    private static boolean isBase(String text) {
        if (text.isEmpty()) return false;
        if (BASES.contains(text)) return true;
        for (int length = 1; length <= text.length() / 2; length++) {
            if (text.length() % length == 0
                    && text.equals(text.substring(0, length).repeat(text.length() / length))
                    && (length < 4 || BASES.contains(text.substring(0, length)))) return true;
        }
        return false;
    }

    /** 1234567890123, abcdefghijklmn, and the same backwards: each character is the next or the one before. */
    private static boolean isRun(String text) {
        int up = 0;
        int down = 0;
        for (int i = 1; i < text.length(); i++) {
            int step = text.charAt(i) - text.charAt(i - 1);
            if (step == 1 || step == -9) up++;
            if (step == -1 || step == 9) down++;
        }
        return Math.max(up, down) >= text.length() - 2;
    }

    private static String plain(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
    }

    /** Without the digits and signs before and behind. */
    private static String letters(String text) {
        return text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    private static Set<String> read() {
        try {
            return new ClassPathResource("perennial/people/common-passwords.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
