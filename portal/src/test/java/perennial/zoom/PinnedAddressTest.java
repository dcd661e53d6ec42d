package perennial.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name of Zoom's may lead anywhere; what is inside the network gets no packet. */
class PinnedAddressTest {
    private static final ZoomCredentials APP = new ZoomCredentials.Jwt("key", "secret");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://us02web.zoom.us:PORT/x",
                "https://127.0.0.1:PORT/x",
                "https://localhost:PORT/x",
                "https://2130706433:PORT/x",
                "https://[::ffff:7f00:1]:PORT/x",
                "https://zoom.us@127.0.0.1:PORT/x",
                "http://us02web.zoom.us:PORT/x",
                "https://us02web.zoom.us.:PORT/x",
            })
    void connectsToNothingInside(String url) throws IOException {
        try (var listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var zoom = zoom(new ScriptedNames(List.of("127.0.0.1")));
            var address = URI.create(url.replace("PORT", String.valueOf(listening.getLocalPort())));

            assertThatThrownBy(() -> fetch(zoom, address)).isInstanceOf(ZoomException.AddressRefused.class);

            zoom.destroy();
            sawNobody(listening);
        }
    }

    @Test
    void judgesTheNameAnewAtEachAttempt() throws IOException {
        try (var listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var names = new ScriptedNames(List.of("nowhere", "127.0.0.1"));
            var zoom = zoom(names);
            var address = URI.create("https://us02web.zoom.us:" + listening.getLocalPort() + "/x");

            assertThatThrownBy(() -> fetch(zoom, address)).isInstanceOf(ZoomException.Unavailable.class);
            assertThatThrownBy(() -> fetch(zoom, address)).isInstanceOf(ZoomException.AddressRefused.class);

            assertThat(names.left()).isZero();
            zoom.destroy();
            sawNobody(listening);
        }
    }

    private static Zoom zoom(DnsResolver names) {
        return new Zoom(() -> Instant.parse("2026-03-30T10:00:00Z"), names, Duration.ofSeconds(5));
    }

    private static void fetch(Zoom zoom, URI url) throws IOException {
        var access = new ZoomAccess(APP, URI.create("https://zoom.us"), URI.create("https://api.zoom.us/v2"));
        zoom.account(access).download(url, FileKind.MEDIA, 0, null, new BytesKept());
    }

    private static void sawNobody(ServerSocket listening) throws IOException {
        listening.setSoTimeout(50);
        assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
    }
}
