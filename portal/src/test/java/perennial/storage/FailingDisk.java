package perennial.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.CountDownLatch;

/**
 * A real file whose next fsync waits until it is told to, and then fails. Those after it succeed, as Linux has it: the
 * kernel reports a failure once.
 */
final class FailingDisk extends WatchedFile {
    private final CountDownLatch told = new CountDownLatch(1);
    private boolean failed;

    FailingDisk(FileChannel file) {
        super(file);
    }

    void fail() {
        told.countDown();
    }

    @Override
    public synchronized void force(boolean metaData) throws IOException {
        if (failed) {
            super.force(metaData);
            return;
        }
        failed = true;
        try {
            told.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("the disk did not take it");
    }
}
