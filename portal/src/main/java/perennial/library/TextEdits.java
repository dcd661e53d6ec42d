package perennial.library;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;
import perennial.people.Person;

/**
 * Chapters written by people. From then on they win over what Zoom brings, however often the item is joined anew (M4). With
 * the rights of {@link MediaChanges}.
 */
@Service
public class TextEdits {
    private static final int MOST_CHAPTERS = 500;
    private static final int LONGEST_TITLE = 200;

    private final MediaChanges changes;
    private final MediaTable media;
    private final HandEdits byHand;
    private final AuditLog audit;

    TextEdits(MediaChanges changes, MediaTable media, HandEdits byHand, AuditLog audit) {
        this.changes = changes;
        this.media = media;
        this.byHand = byHand;
        this.audit = audit;
    }

    /**
     * Replaces the chapters.
     *
     * @param marks in order, each within the video
     * @throws UnknownMedia if there is no such item, or not for them
     * @throws NotPossible naming the field {@code chapters}
     */
    @Transactional
    public void chapters(MediaId id, Person by, List<ChapterMark> marks) {
        var item = changes.editable(id, by);
        check(marks, item);
        byHand.chapters(id, media.lock(id).orElseThrow(UnknownMedia::new).version(), marks);
        audit.record(by.email(), "media.chapters-written", "media/" + id, "%d chapters".formatted(marks.size()));
    }

    private static void check(List<ChapterMark> marks, Media item) {
        if (marks.size() > MOST_CHAPTERS) throw NotPossible.field("chapters", "Use at most 500 chapters");
        for (int i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            if (mark.title().isBlank() || mark.title().length() > LONGEST_TITLE) {
                throw NotPossible.field(
                        "chapters", "Chapter %d needs a title of at most 200 characters".formatted(i + 1));
            }
            if (mark.start().compareTo(item.length()) > 0) {
                throw NotPossible.field("chapters", "Chapter %d begins behind the end of the video".formatted(i + 1));
            }
            if (i > 0 && mark.start().compareTo(marks.get(i - 1).start()) <= 0) {
                throw NotPossible.field("chapters", "Chapter %d must begin after the one before it".formatted(i + 1));
            }
        }
    }
}
