package perennial.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/develop/lessons.md} promises tests that exist. */
class LessonsTableTest {
    private static final Path TABLE = Path.of("..", "docs", "develop", "lessons.md");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\|.*\\|.*\\| (.+) \\|");
    private static final Pattern PROMISED = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final int LESSONS = 33;

    @Test
    void namesATestThatExistsOrSaysWhyThereIsNone() throws IOException {
        var rows = Files.readAllLines(TABLE).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .toList();
        assertThat(rows).extracting(row -> Integer.parseInt(row.group(1))).isEqualTo(numbers());
        for (var row : rows) {
            var promised = PROMISED.matcher(row.group(2)).results().toList();
            if (promised.isEmpty()) assertThat(row.group(2)).startsWith("Does not apply: ");
            for (var one : promised) assertThat(source(one.group(1))).contains(" " + one.group(2) + "(");
        }
    }

    private static List<Integer> numbers() {
        return IntStream.rangeClosed(1, LESSONS).boxed().toList();
    }

    private static String source(String test) throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            var file = files.filter(path -> path.endsWith(test + ".java")).findFirst();
            return Files.readString(file.orElseThrow(() -> new AssertionError("no test is called " + test)));
        }
    }
}
