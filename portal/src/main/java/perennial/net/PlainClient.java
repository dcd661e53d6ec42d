package perennial.net;

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
                .setDnsResolver(names)
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
}
