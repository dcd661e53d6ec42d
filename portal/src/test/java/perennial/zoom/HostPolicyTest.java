package perennial.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.net.InsideAddress;
import perennial.net.InsideNetwork;
import perennial.net.OutsideNames;

class HostPolicyTest {
    private static final HostPolicy ZOOM = HostPolicy.of(URI.create("https://api.zoom.us/v2"));
    private static final HostPolicy LOCAL = HostPolicy.of(URI.create("http://127.0.0.1:8080/v2"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://zoom.us/rec/download/x",
                "https://us02web.zoom.us/rec/download/x",
                "https://ssrweb.zoom.us/cmr/replay/x.mp4?Policy=y",
                "https://A.B.ZOOM.US/x",
                "https://zoom.us:443/x",
            })
    void trustsZoomsHosts(String url) {
        assertThatNoException().isThrownBy(() -> ZOOM.check(URI.create(url)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://zoom.us/x",
                "https://zoom.us.evil.test/x",
                "https://evilzoom.us/x",
                "https://zoom.us:99999/x",
                "https://zoom.us.",
                "https://zoom.us./x",
                "https://us02web.zoom.us./x",
                "https://zoomgov.com/x",
                "https://zoom.us@evil.test/x",
                "https://zoom.us:443@evil.test/x",
                "https://user@zoom.us/x",
                "https://user:pass@zoom.us/x",
                "https://@zoom.us/x",
                "https://evil.test/zoom.us",
                "https://evil.test#.zoom.us",
                "https://evil.test?.zoom.us",
                "https://127.0.0.1/x",
                "https://2130706433/x",
                "https://0x7f000001/x",
                "https://0177.0.0.1/x",
                "https://127.1/x",
                "https://10.0.0.1/x",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/x",
                "https://[::ffff:7f00:1]/x",
                "https://[::ffff:127.0.0.1]/x",
                "https://[fe80::1%25eth0]/x",
                "https://localhost/x",
                "https:///x",
                "https:x",
                "//zoom.us/x",
                "/rec/download/x",
                "",
                "file:///etc/passwd",
                "file://zoom.us/etc/passwd",
                "ftp://zoom.us/x",
                "jar:https://zoom.us/x.jar!/y",
                "data:text/plain,x",
                "concat:https://zoom.us/x",
                "gopher://zoom.us/x",
                "javascript:alert(1)",
                "mailto:a@zoom.us",
            })
    void refusesEverythingElse(String url) {
        assertThatThrownBy(() -> ZOOM.check(URI.create(url))).isInstanceOf(ZoomException.AddressRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9999/x", "https://127.0.0.1/x"})
    void trustsTheVeryHostOfAnotherApiOnAnyPort(String url) {
        assertThatNoException().isThrownBy(() -> LOCAL.check(URI.create(url)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2/x",
                "http://localhost/x",
                "http://[::1]/x",
                "http://2130706433/x",
                "http://0177.0.0.1/x",
                "https://zoom.us/x",
                "http://sub.127.0.0.1/x"
            })
    void trustsNoOtherHostOfAnotherApi(String url) {
        assertThatThrownBy(() -> LOCAL.check(URI.create(url))).isInstanceOf(ZoomException.AddressRefused.class);
    }

    @Test
    void knowsGovernmentAndVanityHosts() {
        var gov = HostPolicy.of(URI.create("https://api.zoomgov.com/v2"));
        var vanity = HostPolicy.of(URI.create("https://college.zoom.us/v2"));
        var other = HostPolicy.of(URI.create("https://zoom.college.example/v2"));

        gov.check(URI.create("https://download.zoomgov.com/x"));
        vanity.check(URI.create("https://us02web.zoom.us/x"));
        other.check(URI.create("https://zoom.college.example:8443/x"));
        assertThatThrownBy(() -> gov.check(URI.create("https://zoom.us/x")))
                .isInstanceOf(ZoomException.AddressRefused.class);
        assertThatThrownBy(() -> other.check(URI.create("https://cdn.zoom.college.example/x")))
                .isInstanceOf(ZoomException.AddressRefused.class);
        assertThatThrownBy(() -> other.check(URI.create("http://zoom.college.example/x")))
                .isInstanceOf(ZoomException.AddressRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2002:a00:1::",
                "2001:0:1::1",
            })
    void knowsAddressesInsideTheNetwork(String address) throws Exception {
        assertThat(InsideNetwork.inside(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.0.1",
                "192.0.1.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1",
                "64:ff9b::101:101",
                "2002:101:101::",
                "::ffff:8.8.8.8",
            })
    void knowsAddressesOutside(String address) throws Exception {
        assertThat(InsideNetwork.inside(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void refusesANameThatLeadsInsideEvenIfOnlyPartly() {
        var guard = new OutsideNames(named("1.1.1.1", "10.0.0.1"), ZOOM::isApiHost);

        assertThatThrownBy(() -> guard.resolve("us02web.zoom.us")).isInstanceOf(InsideAddress.class);
    }

    @Test
    void letsTheApisOwnHostLieInside() throws Exception {
        var guard = new OutsideNames(named("10.0.0.1"), ZOOM::isApiHost);

        assertThat(guard.resolve("api.zoom.us")).hasSize(1);
        assertThatThrownBy(() -> guard.resolve("zoom.us")).isInstanceOf(UnknownHostException.class);
    }

    private static DnsResolver named(String... addresses) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                var found = new InetAddress[addresses.length];
                for (int i = 0; i < found.length; i++) found[i] = InetAddress.getByName(addresses[i]);
                return found;
            }

            @Override
            public @Nullable String resolveCanonicalHostname(String host) {
                return null;
            }
        };
    }
}
