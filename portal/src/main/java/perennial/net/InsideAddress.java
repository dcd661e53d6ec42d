package perennial.net;

import java.net.UnknownHostException;

/** A name that leads inside the network; its message is the name. */
public final class InsideAddress extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    InsideAddress(String host) {
        super(host);
    }
}
