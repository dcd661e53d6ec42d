package perennial.zoom;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/** A name service that gives each answer once, in turn: addresses with spaces between them, or {@code nowhere}. */
final class ScriptedNames implements DnsResolver {
    private final Deque<String> answers;

    ScriptedNames(List<String> answers) {
        this.answers = new ArrayDeque<>(answers);
    }

    /** How many answers were not asked for. */
    int left() {
        return answers.size();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var answer = answers.pop();
        if (answer.equals("nowhere")) throw new UnknownHostException(host);
        var addresses = answer.split(" ", -1);
        var all = new InetAddress[addresses.length];
        for (int i = 0; i < all.length; i++) all[i] = InetAddress.getByName(addresses[i]);
        return all;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
