package perennial.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static perennial.zoom.FileServer.says;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A table of addresses that lead where no file of Zoom's is, each as the address of a download, behind one to five redirects,
 * and as what a name becomes between two tries. A server listens on this machine for all of them: it sees no connection, and
 * so no token.
 */
class HostileAddressesTest {
    private static final List<String> TABLE = List.of(
            // this machine and its network, in every spelling
            "http://127.0.0.2:PORT/x",
            "https://127.0.0.2:PORT/x",
            "http://127.1.2.3:PORT/x",
            "http://127.2:PORT/x",
            "http://2130706434:PORT/x",
            "http://0x7f000002:PORT/x",
            "http://0x7f.0.0.2:PORT/x",
            "http://0177.0.0.2:PORT/x",
            "http://017700000002:PORT/x",
            "http://127.0.0.2.:PORT/x",
            "http://0.0.0.0:PORT/x",
            "http://0:PORT/x",
            "http://localhost:PORT/x",
            "http://LOCALHOST:PORT/x",
            "http://localhost.:PORT/x",
            "http://localhost.localdomain:PORT/x",
            "http://ip6-localhost:PORT/x",
            "http://[::1]:PORT/x",
            "http://[::]:PORT/x",
            "http://[0:0:0:0:0:0:0:1]:PORT/x",
            "http://[::ffff:127.0.0.2]:PORT/x",
            "http://[::ffff:7f00:2]:PORT/x",
            "http://[::127.0.0.2]:PORT/x",
            "http://[64:ff9b::7f00:2]:PORT/x",
            "http://[2002:7f00:2::]:PORT/x",
            "http://[fe80::1]:PORT/x",
            "http://[fe80::1%25lo]:PORT/x",
            "http://[fc00::1]:PORT/x",
            "http://[fd00:ec2::254]/latest/meta-data",
            "http://10.0.0.1:PORT/x",
            "http://172.16.0.1:PORT/x",
            "http://192.168.0.1:PORT/x",
            "http://100.64.0.1:PORT/x",
            "http://169.254.169.254/latest/meta-data",
            "http://169.254.170.2/v2/credentials",
            "http://2852039166/latest/meta-data",
            "http://[::ffff:a9fe:a9fe]/latest/meta-data",
            "http://metadata.google.internal/computeMetadata/v1/",
            "http://198.18.0.1:PORT/x",
            "http://224.0.0.1:PORT/x",
            "http://255.255.255.255:PORT/x",
            // names that only look like Zoom's
            "https://zoom.us.evil.test:PORT/x",
            "https://evilzoom.us:PORT/x",
            "https://zoom.us@127.0.0.2:PORT/x",
            "https://zoom.us:443@127.0.0.2:PORT/x",
            "https://user:pass@127.0.0.2:PORT/x",
            "https://127.0.0.2:PORT/zoom.us",
            "https://127.0.0.2:PORT?.zoom.us",
            "https://127.0.0.2:PORT#.zoom.us",
            "https://zoom.us%2f@127.0.0.2:PORT/x",
            "https://zoom.us%00.evil.test:PORT/x",
            "https://zoom%2eus:PORT/x",
            "https://xn--zom-cna.us:PORT/x",
            "https://zoom\u3002us:PORT/x",
            "http:\\\\127.0.0.2:PORT\\x",
            "http:/\\127.0.0.2:PORT/x",
            "http:///127.0.0.2:PORT/x",
            "http:127.0.0.2:PORT/x",
            "//127.0.0.2:PORT/x",
            "\\\\127.0.0.2\\share",
            // other ways than the web's
            "file:///etc/passwd",
            "file://127.0.0.2/etc/passwd",
            "ftp://127.0.0.2:PORT/x",
            "gopher://127.0.0.2:PORT/_x",
            "dict://127.0.0.2:PORT/x",
            "ldap://127.0.0.2:PORT/x",
            "jar:http://127.0.0.2:PORT/x.jar!/y",
            "data:text/plain,x",
            "concat:http://127.0.0.2:PORT/x",
            "javascript:alert(1)",
            "unix:/var/run/docker.sock",
            "http://127.0.0.2:PORT\r\nHost: zoom.us/x");

    private static final ZoomCredentials APP = new ZoomCredentials.Jwt("key", "secret");

    private ServerSocket listening;
    private FileServer server;
    private Zoom zoom;

    @BeforeEach
    void listen() throws IOException {
        listening = new ServerSocket();
        listening.bind(new InetSocketAddress(0), 50); // on every address of this machine
        server = new FileServer();
        zoom = zoom(SystemDefaultDnsResolver.INSTANCE);
    }

    @AfterEach
    void stop() throws IOException {
        zoom.destroy();
        server.close();
        listening.close();
    }

    @Test
    void theTableIsLongEnough() {
        assertThat(TABLE).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    }

    @Test
    void noneIsTakenAsTheAddressOfADownload() throws IOException {
        for (var written : TABLE) {
            var address = WebAddress.parse(here(written));
            if (address == null) continue; // no address at all: the file counts as one without
            assertThatThrownBy(() -> fetch(zooms(zoom), address))
                    .as(written)
                    .isInstanceOf(ZoomException.AddressRefused.class);
        }
        sawNobody();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void noneIsFollowedBehindRedirects(int hops) throws IOException {
        for (var written : TABLE) {
            // No server can send these in a header as they are.
            var location = here(written).replaceAll("[\\r\\n]+", "%0d%0a").replace("\u3002", "%E3%80%82");
            server.seen.clear();
            server.does(exchange -> {
                var path = exchange.getRequestURI().getPath();
                int hop = path.matches("/\\d") ? path.charAt(1) - '0' : hops;
                says(302, "", "Location", hop < hops ? "/" + (hop + 1) : location)
                        .answer(exchange);
            });
            assertThatThrownBy(() -> fetch(ours(), server.url("/0")))
                    .as(written)
                    .isInstanceOfAny(ZoomException.AddressRefused.class, ZoomException.Unreadable.class);
        }
        sawNobody();
    }

    /** Public at the first try (and away), inside at the next: on the first request, and when a cut download is resumed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.2",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "100.64.0.1",
                "169.254.169.254",
                "198.18.0.1",
                "224.0.0.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0::1",
                "8.8.8.8 127.0.0.1",
                "127.0.0.1 8.8.8.8"
            })
    void aNameIsJudgedAnewAtEachTry(String inside) throws IOException {
        var names = new ScriptedNames(List.of("nowhere", inside, inside));
        var rebinding = zoom(names);
        var address = URI.create("https://us02web.zoom.us:%d/x".formatted(listening.getLocalPort()));

        assertThatThrownBy(() -> fetch(zooms(rebinding), address)).isInstanceOf(ZoomException.Unavailable.class);
        for (long from : new long[] {0, 1_000}) {
            assertThatThrownBy(
                            () -> zooms(rebinding).download(address, FileKind.MEDIA, from, "\"tag\"", new BytesKept()))
                    .isInstanceOf(ZoomException.AddressRefused.class);
        }
        rebinding.destroy();
        assertThat(names.left()).isZero();
        sawNobody();
    }

    private String here(String written) {
        return written.replace("PORT", String.valueOf(listening.getLocalPort()));
    }

    private static Zoom zoom(DnsResolver names) {
        return new Zoom(() -> Instant.parse("2026-03-30T10:00:00Z"), names, Duration.ofSeconds(5));
    }

    private static ZoomAccount zooms(Zoom zoom) {
        return zoom.account(new ZoomAccess(APP, URI.create("https://zoom.us"), URI.create("https://api.zoom.us/v2")));
    }

    /** An account of a server on this machine, whose one host is trusted. */
    private ZoomAccount ours() {
        return zoom.account(new ZoomAccess(APP, server.url(""), server.url("/v2")));
    }

    private static void fetch(ZoomAccount account, URI url) throws IOException {
        account.download(url, FileKind.MEDIA, 0, null, new BytesKept());
    }

    private void sawNobody() throws IOException {
        listening.setSoTimeout(50);
        assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
    }
}
