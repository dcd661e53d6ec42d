package perennial.sync;

import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import perennial.faults.CallFaults;

/** Syncs whose calls to the database and the store can be made to fail; what fails is tried again at once. */
@Import(CallFaults.InPortal.class)
@TestPropertySource(
        properties = {
            "perennial.sync.first-retry=PT0.05S",
            "perennial.sync.longest-retry=PT0.2S",
            "perennial.sync.paused=PT0.2S",
            "perennial.sync.verify-after=PT0.01S",
            "perennial.jobs.heartbeat=300ms"
        })
abstract class FaultySyncTest extends DeletingTest {
    @Autowired
    protected CallFaults faults;

    @AfterEach
    void nothingFailsAnyMore() {
        faults.databaseAway(false);
        faults.storeTrouble("");
        faults.count();
    }
}
