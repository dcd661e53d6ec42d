package perennial.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up for connections and refuses those that lead inside the network. The connection goes to the very
 * address that was judged here, so a name that changes its mind in between gains nothing.
 */
public final class OutsideNames implements DnsResolver {
    private final DnsResolver names;
    private final Predicate<String> mayLeadInside;

    /**
     * @param names where they are looked up
     * @param mayLeadInside hosts that are not judged
     */
    public OutsideNames(DnsResolver names, Predicate<String> mayLeadInside) {
        this.names = names;
        this.mayLeadInside = mayLeadInside;
    }

    /** @throws InsideAddress if any of its addresses lies inside */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        if (addresses == null || addresses.length == 0) throw new UnknownHostException(host);
        if (!mayLeadInside.test(host) && Arrays.stream(addresses).anyMatch(InsideNetwork::inside)) {
            throw new InsideAddress(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
