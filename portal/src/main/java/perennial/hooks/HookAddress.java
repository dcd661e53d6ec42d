package perennial.hooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import perennial.net.InsideNetwork;

/** Judges an address as it is typed. Where its name leads is judged when something is sent, each time. */
final class HookAddress {
    private static final int LONGEST = 2_000;

    private HookAddress() {}

    /**
     * What is wrong with {@code address}, in a sentence; empty: nothing.
     *
     * @param inside whether addresses inside the network, and plain http, are allowed
     */
    static String objection(String address, boolean inside) {
        if (address.length() > LONGEST) return "Use at most %,d characters.".formatted(LONGEST);
        try {
            var url = new URI(address);
            boolean https = "https".equalsIgnoreCase(url.getScheme());
            boolean http = inside && "http".equalsIgnoreCase(url.getScheme());
            boolean bare = url.getRawUserInfo() == null && url.getRawFragment() == null;
            if ((https || http) && bare && url.getHost() != null) {
                return inside || !leadsInside(url.getHost())
                        ? ""
                        : "This address lies inside the network. Use one that can be reached from outside.";
            }
        } catch (URISyntaxException e) {
            // told below
        }
        return "Enter an address that begins with https://, such as https://example.org/hooks/perennial.";
    }

    private static boolean leadsInside(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost")) return true;
        try {
            return InsideNetwork.inside(InetAddress.ofLiteral(name.replaceAll("^\\[|]$", "")));
        } catch (IllegalArgumentException e) {
            return false; // a name
        }
    }
}
