package perennial.sync;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The scheduled sync of every connection that is on (S2). One that is running is left alone. */
@Component
class Schedule {
    private final ConnectionRows connections;
    private final Runs runs;
    private final SyncRequests requests;

    Schedule(ConnectionRows connections, Runs runs, SyncRequests requests) {
        this.connections = connections;
        this.runs = runs;
        this.requests = requests;
    }

    @Transactional
    public void askForAll() {
        for (var connection : connections.enabled()) {
            if (runs.open(connection.id()).isEmpty()) requests.sync(connection.id());
        }
    }
}
