package zoomsim.webhook;

import java.net.URI;

/**
 * Where events go.
 *
 * @param secret the app's secret token, with which they are signed
 */
public record Target(URI url, String secret) {
    @Override
    public String toString() {
        return url.toString();
    }
}
