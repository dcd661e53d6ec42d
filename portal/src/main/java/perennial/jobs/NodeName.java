package perennial.jobs;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** What this process is called in the rows of the jobs it runs. */
final class NodeName {
    private NodeName() {}

    /** The machine's name, for the reader, and a part that no other process has ever had, for the fence. */
    static String make() {
        return machine() + "/" + UUID.randomUUID().toString().substring(0, 13);
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unnamed"; // a machine without a name in its own network is common in containers
        }
    }
}
