package perennial.storage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;

/** One fsync on its way, and the row that then says so. Started by a writer, which awaits or ends it before the next. */
final class BackgroundSync {
    private final FutureTask<Boolean> work;
    private final Thread thread;

    private BackgroundSync(FutureTask<Boolean> work) {
        this.work = work;
        // A thread of its own, which nobody interrupts: an interrupt would close the file under its writer.
        this.thread = Thread.ofPlatform().daemon().name("blob-sync").start(work);
    }

    /** The disk did not confirm. */
    static final class Refused extends Exception {
        private final IOException why;

        Refused(IOException why) {
            super(why);
            this.why = why;
        }

        @Override
        public synchronized IOException getCause() {
            return why;
        }
    }

    /** Makes durable what {@code file} holds at this moment, then runs {@code remember}. */
    static BackgroundSync start(FileChannel file, BooleanSupplier remember) {
        return new BackgroundSync(new FutureTask<>(() -> {
            try {
                file.force(false);
            } catch (IOException e) {
                throw new Refused(e);
            }
            return remember.getAsBoolean();
        }));
    }

    /**
     * Waits for the end.
     *
     * @return what {@code remember} said; what it threw is thrown here
     */
    boolean await() throws IOException, Refused {
        try {
            return work.get();
        } catch (InterruptedException e) {
            end();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while bytes went to the disk");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Refused refused -> throw refused;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /** Waits for the end, whatever it is. */
    void end() {
        var interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
