package perennial.zoom;

import java.net.URI;

/**
 * Where a Zoom account is reached and with what.
 *
 * @param oauthUrl the origin that gives tokens, such as {@code https://zoom.us}; {@code /oauth/token} is appended
 * @param apiUrl the API with its version, such as {@code https://api.zoom.us/v2}; it also decides where downloads may
 *     come from
 */
public record ZoomAccess(ZoomCredentials credentials, URI oauthUrl, URI apiUrl) {

    /** @throws IllegalArgumentException if an address is not plain http(s) with a host and without user or query */
    public ZoomAccess {
        oauthUrl = base("OAuth address", oauthUrl);
        apiUrl = base("API address", apiUrl);
    }

    private static URI base(String name, URI url) {
        boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null || url.getRawUserInfo() != null || url.getPort() > 65_535) {
            throw new IllegalArgumentException("The %s must look like https://zoom.us".formatted(name));
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("The %s must not contain ? or #".formatted(name));
        }
        return URI.create(url.toString().replaceAll("/+$", ""));
    }
}
