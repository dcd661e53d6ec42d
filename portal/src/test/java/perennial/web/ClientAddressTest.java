package perennial.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Lessons 27 and 28 of the advisories: a forged header must not become the client's address. */
class ClientAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // peer            | header                              | client
                "203.0.113.9       | 198.51.100.7                        | 203.0.113.9",
                "10.0.0.5          | 198.51.100.7                        | 198.51.100.7",
                "10.0.0.5          | 6.6.6.6, 198.51.100.7               | 198.51.100.7",
                "10.0.0.5          | 6.6.6.6, 198.51.100.7, 10.9.9.9     | 198.51.100.7",
                "10.0.0.5          | 10.1.1.1, 10.2.2.2                  | 10.1.1.1",
                "10.0.0.5          | unknown                             | 10.0.0.5",
                "10.0.0.5          | evil.example, 198.51.100.7          | 198.51.100.7",
                "10.0.0.5          | 198.51.100.7, localhost             | 10.0.0.5",
                "10.0.0.5          | 198.51.100.7:1234                   | 10.0.0.5",
                "::1               | 2001:db8::7                         | 2001:db8::7",
                "2001:db8::1       | 198.51.100.7                        | 2001:db8::1",
            })
    void believesOnlyTrustedPeersAndOnlyUpToTheFirstStranger(String peer, String header, String client)
            throws Exception {
        assertThat(seen(peer, header, "10.0.0.0/8", "::1")).isEqualTo(client);
    }

    @Test
    void ignoresTheHeaderWhereNobodyIsTrusted() throws Exception {
        assertThat(seen("10.0.0.5", "198.51.100.7")).isEqualTo("10.0.0.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "10.0.0.0/33", "10.0.0/8", "::1/129", "", "10.0.0.0/x"})
    void refusesWhatIsNoNetworkAndNamesIt(String text) {
        assertThatThrownBy(() -> new WebProperties(null, List.of(text)))
                .hasMessageContaining("perennial.trusted-proxies")
                .hasMessageEndingWith(text);
    }

    private static String seen(String peer, String header, String... trusted) throws ServletException, IOException {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        request.addHeader("X-Forwarded-For", header);
        var chain = new MockFilterChain();
        new ClientAddress(new WebProperties(null, List.of(trusted)))
                .doFilter(request, new MockHttpServletResponse(), chain);
        return String.valueOf(
                chain.getRequest() == null ? "" : chain.getRequest().getRemoteAddr());
    }
}
