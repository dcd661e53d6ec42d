package perennial.zoom;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import perennial.net.InsideNetwork;

/**
 * Looks names up for connections and refuses those that lead inside the network. The connection goes to the very
 * address that was judged here, so a name that changes its mind in between gains nothing.
 */
final class AddressGuard implements DnsResolver {
    private final HostPolicy policy;
    private final DnsResolver names;

    AddressGuard(HostPolicy policy, DnsResolver names) {
        this.policy = policy;
        this.names = names;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        if (addresses == null || addresses.length == 0) throw new UnknownHostException(host);
        if (!policy.isApiHost(host) && Arrays.stream(addresses).anyMatch(InsideNetwork::inside)) {
            throw new InsideAddress(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** A name that leads inside. */
    static final class InsideAddress extends UnknownHostException {
        InsideAddress(String host) {
            super(host);
        }
    }
}
