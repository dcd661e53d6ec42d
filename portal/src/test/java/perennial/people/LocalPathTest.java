package perennial.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/people?q=x", "/watch/1#t=3", "/library?next=//evil.example"})
    void keepsPathsOfThePortal(String path) {
        assertThat(LocalPath.orHome(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "people",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/ /evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/people\r\nSet-Cookie: a=b",
                "/sign-out",
                "/sign-in?to=/x"
            })
    void leadsEverythingElseHome(String path) {
        assertThat(LocalPath.orHome(path)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(ints = {2_001, 100_000})
    void leadsEndlessPathsHome(int length) {
        assertThat(LocalPath.orHome("/" + "a".repeat(length))).isEqualTo("/");
    }
}
