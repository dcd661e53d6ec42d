package perennial.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the client behind proxies that the operator trusts, so that limits and the audit log count it and not the proxy.
 * Anybody can send {@code X-Forwarded-For}: it is believed only from a trusted peer, and only from its right end up to
 * the first address that is no trusted proxy.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ClientAddress extends OncePerRequestFilter {
    private static final String HEADER = "X-Forwarded-For";

    private final Networks trusted;

    ClientAddress(WebProperties properties) {
        this.trusted = properties.proxies();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var peer = request.getRemoteAddr();
        var client = trusted.isEmpty() ? peer : client(peer, hops(request));
        chain.doFilter(client.equals(peer) ? request : new Seen(request, client), response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /**
     * The nearest that is no trusted proxy.
     *
     * @param hops as the proxies wrote them, the nearest last
     */
    private String client(String peer, List<String> hops) {
        var client = peer;
        for (int i = hops.size() - 1; i >= 0 && trusted.hold(client); i--) {
            if (Networks.bytes(hops.get(i)) == null) return client;
            client = hops.get(i);
        }
        return client;
    }

    private static List<String> hops(HttpServletRequest request) {
        var hops = new ArrayList<String>();
        for (var line : Collections.list(request.getHeaders(HEADER))) {
            for (var hop : line.split(",", -1)) hops.add(hop.strip());
        }
        return hops;
    }

    private static final class Seen extends HttpServletRequestWrapper {
        private final String client;

        Seen(HttpServletRequest request, String client) {
            super(request);
            this.client = client;
        }

        @Override
        public String getRemoteAddr() {
            return client;
        }

        @Override
        public String getRemoteHost() {
            return client;
        }
    }
}
