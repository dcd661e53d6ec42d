package perennial.web;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A list of networks, such as {@code 10.0.0.0/8} or {@code ::1}. Knows addresses only, and asks no name server. */
final class Networks {
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}([.]\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final List<Range> ranges;

    private Networks(List<Range> ranges) {
        this.ranges = ranges;
    }

    private static final class Range {
        private final byte[] address;
        private final int bits;

        Range(byte[] address, int bits) {
            this.address = address;
            this.bits = bits;
        }

        boolean holds(byte[] other) {
            if (other.length != address.length) return false;
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) return false;
            }
            return true;
        }
    }

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException if one is neither an address nor a network; the message names it
     */
    static Networks parse(List<String> texts) {
        return new Networks(
                texts.stream().map(String::strip).map(Networks::range).toList());
    }

    /** Whether {@code address} is in one of them; what is no address is in none. */
    boolean hold(String address) {
        var bytes = bytes(address);
        return bytes != null && ranges.stream().anyMatch(range -> range.holds(bytes));
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** The bytes of an address; null for a name and for anything else. */
    static byte @Nullable [] bytes(String text) {
        if (!ADDRESS.matcher(text).matches()) return null;
        try {
            return InetAddress.ofLiteral(text).getAddress();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Range range(String text) {
        int slash = text.indexOf('/');
        var address = bytes(slash < 0 ? text : text.substring(0, slash));
        if (address == null) throw bad(text);
        int all = address.length * 8;
        if (slash < 0) return new Range(address, all);
        var length = text.substring(slash + 1);
        if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > all) throw bad(text);
        return new Range(address, Integer.parseInt(length));
    }

    private static IllegalArgumentException bad(String text) {
        return new IllegalArgumentException("must be addresses or networks like 10.0.0.0/8, but holds: " + text);
    }
}
