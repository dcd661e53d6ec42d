package perennial.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org\nb@example.org",
                "\r\n  a@example.org \r\n\r\n b@example.org\r\n",
                "a@example.org, b@example.org",
                "a@example.org;b@example.org;",
                "a@example.org b@example.org",
                "Ada Lovelace <a@example.org>, \"Byron, B.\" <b@example.org>",
                "<mailto:a@example.org>\nmailto:b@example.org",
                "a@example.org\nA@Example.ORG\nb@example.org"
            })
    void readsAnyUsualForm(String text) throws Addresses.Malformed {
        assertThat(Addresses.parse(text)).containsExactly("a@example.org", "b@example.org");
    }

    @Test
    void isEmptyForNothing() throws Addresses.Malformed {
        assertThat(Addresses.parse(" \n \n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok@example.org\nAda Lovelace",
                "ok@example.org\nada@",
                "ok@example.org\na@b@c",
                "ok@example.org\n<ada>"
            })
    void namesTheLineThatIsNone(String text) {
        assertThatThrownBy(() -> Addresses.parse(text))
                .isInstanceOf(Addresses.Malformed.class)
                .hasMessageContaining("Line 2");
    }
}
