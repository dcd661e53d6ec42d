package perennial.review;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import perennial.library.MediaId;
import perennial.library.Reviewing;

/** Tells authors, beside their drafts, why the latest review sent a video back. */
@Component
class SentBack implements Reviewing {
    private final Submissions submissions;

    SentBack(Submissions submissions) {
        this.submissions = submissions;
    }

    @Override
    public Map<MediaId, String> sentBack(List<MediaId> items) {
        return submissions.sentBack(items).stream()
                .collect(toMap(Submission::media, SentBack::sentence, (first, second) -> first));
    }

    private static String sentence(Submission one) {
        var what = one.outcome() == Outcome.REJECTED ? "Rejected by " : "Returned by ";
        var note = one.note().isEmpty() ? "" : ": " + one.note();
        return what + (one.deciderName().isEmpty() ? "a Moderator" : one.deciderName()) + note;
    }
}
