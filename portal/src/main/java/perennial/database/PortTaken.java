package perennial.database;

import java.io.IOException;

/** Another program has the port; try another one. */
final class PortTaken extends IOException {
    PortTaken(int port) {
        super("port %d is taken".formatted(port));
    }
}
