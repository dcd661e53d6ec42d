package perennial.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Tells the addresses of this machine and of its network from those of the public net. */
public final class InsideNetwork {
    private InsideNetwork() {}

    /** Whether an address belongs to this machine, its network, or to nobody on the public net. */
    public static boolean inside(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet4Address ? insideV4(address.getAddress()) : insideV6(address.getAddress()));
    }

    /** 0/8, carrier NAT 100.64/10, 192.0.0/24, benchmarks 198.18/15, reserved 240/4. The rest Java knows. */
    private static boolean insideV4(byte[] b) {
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        return first == 0
                || (first == 100 && second >= 64 && second < 128)
                || (first == 192 && second == 0 && b[2] == 0)
                || (first == 198 && (second == 18 || second == 19))
                || first >= 240;
    }

    /** Private fc00::/7, and the forms that carry an IPv4 address: ::/96, NAT64, 6to4; Teredo is refused whole. */
    private static boolean insideV6(byte[] b) {
        if ((b[0] & 0xfe) == 0xfc) return true;
        if (startsWith(b, 0x20, 0x01, 0, 0)) return true;
        if (startsWith(b, 0x20, 0x02)) return insideEmbedded(b, 2);
        if (startsWith(b, 0, 0x64, 0xff, 0x9b)) return !zero(b, 4, 12) || insideEmbedded(b, 12);
        return zero(b, 0, 12) || (zero(b, 0, 8) && insideEmbedded(b, 12));
    }

    private static boolean insideEmbedded(byte[] b, int at) {
        try {
            return inside(InetAddress.getByAddress(Arrays.copyOfRange(b, at, at + 4)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static boolean startsWith(byte[] b, int... start) {
        for (int i = 0; i < start.length; i++) {
            if ((b[i] & 0xff) != start[i]) return false;
        }
        return true;
    }

    private static boolean zero(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            if (b[i] != 0) return false;
        }
        return true;
    }
}
