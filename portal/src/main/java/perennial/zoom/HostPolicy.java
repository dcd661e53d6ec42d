package perennial.zoom;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Which hosts may give us files, and see our token: Zoom's own for a connection to Zoom, else only the API's host, on
 * any port. Plain http only where the API itself speaks it.
 *
 * @param apiHost in lower case, an IPv6 address without brackets
 * @param domain the domain that is trusted with all below it; the API's host itself where that is not Zoom's
 */
record HostPolicy(String apiHost, String domain, boolean plainHttp) {
    private static final List<String> ZOOM_DOMAINS = List.of("zoom.us", "zoomgov.com");

    private static final int LAST_PORT = 65_535;

    static HostPolicy of(URI apiUrl) {
        var host = bare(apiUrl.getHost());
        var domain = ZOOM_DOMAINS.stream().filter(zoom -> within(host, zoom)).findFirst();
        return new HostPolicy(host, domain.orElse(host), "http".equalsIgnoreCase(apiUrl.getScheme()));
    }

    /** @throws ZoomException.AddressRefused before anything is sent or even looked up */
    void check(URI url) {
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        if (!secure && !"http".equalsIgnoreCase(url.getScheme())) throw refuse(url, "it is not a web address");
        if (url.getHost() == null) throw refuse(url, "it names no proper host");
        if (url.getPort() > LAST_PORT) throw refuse(url, "its port does not exist");
        if (url.getRawAuthority().contains("@")) throw refuse(url, "it carries a user name");
        if (!trusted(bare(url.getHost()))) throw refuse(url, "that host is not one of the connection's");
        if (!secure && !plainHttp) throw refuse(url, "it is not encrypted (https)");
    }

    /** Whether this is the very host of the API address, which may lie inside the network. */
    boolean isApiHost(String host) {
        return bare(host).equals(apiHost);
    }

    private boolean trusted(String host) {
        return host.equals(apiHost) || (ZOOM_DOMAINS.contains(domain) && within(host, domain));
    }

    private static boolean within(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    private static String bare(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("[") && lower.endsWith("]") ? lower.substring(1, lower.length() - 1) : lower;
    }

    /** Names the host only: the rest of a download address is as good as a key. */
    private static ZoomException.AddressRefused refuse(URI url, String why) {
        return new ZoomException.AddressRefused(url.getHost() == null ? "a strange address" : url.getHost(), why);
    }
}
