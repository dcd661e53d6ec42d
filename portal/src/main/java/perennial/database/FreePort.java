package perennial.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Chooses the port of the embedded server. */
interface FreePort {
    int next() throws IOException;

    /** One that is free on the loopback address at this moment. */
    static int find() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }
}
