package perennial.people;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, as far as one household or office goes. */
public final class Network {
    private Network() {}

    /** An IPv4 address as it is, however it is written; of an IPv6 address the first 64 bits, for the rest is free to choose. */
    public static String of(String remoteAddress) {
        try {
            var address = InetAddress.ofLiteral(remoteAddress);
            var bytes = address.getAddress();
            return bytes.length == 4
                    ? address.getHostAddress()
                    : HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) + "/64";
        } catch (IllegalArgumentException e) {
            return remoteAddress;
        }
    }
}
