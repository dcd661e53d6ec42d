package perennial.net;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.Test;

class PlainClientTest {
    private static final Timeout SOON = Timeout.ofSeconds(5);

    @Test
    void saysOfAnUnknownNameTheNameAlone() throws Exception {
        try (var client = PlainClient.with(new Wordy(), SOON, SOON)) {
            assertThatThrownBy(() ->
                            client.execute(new HttpGet("https://nowhere.example.org/"), response -> response.getCode()))
                    .isInstanceOf(UnknownHostException.class)
                    .hasMessage("nowhere.example.org");
        }
    }

    private static final class Wordy implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException(host + ": Name or service not known");
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
