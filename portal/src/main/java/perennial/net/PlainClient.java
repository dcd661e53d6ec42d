package perennial.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** HTTP clients that do what they are told and nothing by themselves. */
public final class PlainClient {
    private static final Timeout WAIT_FOR_CONNECTION = Timeout.ofMinutes(2);
    private static final int CONNECTIONS = 64;

    private PlainClient() {}

    /**
     * One that follows no redirect, repeats nothing and keeps no cookie: what comes back is what the caller judges.
     *
     * @param names every connection goes to an address that they return
     * @param connect how long a connection may take
     * @param silence how long a server may say nothing before it counts as gone
     */
    public static CloseableHttpClient with(DnsResolver names, Timeout connect, Timeout silence) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new PlainNames(names))
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(silence)
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .build();
        return HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(WAIT_FOR_CONNECTION)
                        .setResponseTimeout(silence)
                        .setRedirectsEnabled(false)
                        .build())
                .setUserAgent("Perennial")
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableRedirectHandling()
                .disableAuthCaching()
                .build();
    }

    /** Says of an unknown name the name alone: systems add words of their own, and not each time. */
    private record PlainNames(DnsResolver names) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            try {
                return names.resolve(host);
            } catch (InsideAddress e) {
                throw e;
            } catch (UnknownHostException e) {
                var plain = new UnknownHostException(host);
                plain.initCause(e);
                throw plain;
            }
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return names.resolveCanonicalHostname(host);
        }
    }
}
