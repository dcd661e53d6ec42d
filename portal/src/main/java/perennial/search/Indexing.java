package perennial.search;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import perennial.jobs.Lease;
import perennial.jobs.WantedJobs;
import perennial.library.MediaChanged;
import perennial.library.MediaId;
import perennial.library.MediaTexts;

/** Keeps the index in step with the library. */
@Service
class Indexing {
    static final TaskDescriptor<Void> INDEX = TaskDescriptor.of("search.index");

    private static final int AT_ONCE = 500;

    private final MediaTexts texts;
    private final IndexTable index;
    private final WantedJobs jobs;
    private final TransactionTemplate transaction;

    Indexing(MediaTexts texts, IndexTable index, WantedJobs jobs, TransactionTemplate transaction) {
        this.texts = texts;
        this.index = index;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    /** A title can be found when its change is committed; what is said soon after. */
    @EventListener
    @Transactional
    public void on(MediaChanged change) {
        ask(change.id());
    }

    /** Writes one item anew. */
    void index(MediaId id, Lease lease) {
        var text = texts.of(id).orElse(null);
        if (text == null) return; // the item is gone, and its index with it
        transaction.executeWithoutResult(status -> {
            lease.check();
            index.write(id, text);
        });
        index.learn(text);
    }

    /** Asks for all items whose index is not in step: those from before there was one, of another language, or lost. */
    void survey() {
        for (var found = index.outOfStep(new UUID(0, 0), AT_ONCE); !found.isEmpty(); ) {
            var items = found;
            transaction.executeWithoutResult(status -> items.forEach(this::ask));
            found = index.outOfStep(items.getLast().value(), AT_ONCE);
        }
    }

    private void ask(MediaId id) {
        texts.heading(id).ifPresent(text -> {
            index.heading(id, text);
            jobs.ask(INDEX, "search_document", id.value());
        });
    }
}
