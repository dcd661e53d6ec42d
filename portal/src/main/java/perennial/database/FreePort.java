package perennial.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Chooses the port of the embedded server. */
interface FreePort {
    int next() throws IOException;

    /** One that is free on the loopback address at this moment. */
    static int find() throws IOException {
        try (var socket = bind(0)) {
            return socket.getLocalPort();
        }
    }

    /** Whether nobody listens on {@code port} at this moment. */
    static boolean isFree(int port) {
        try (var socket = bind(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }
}
