package perennial.sync.web;

import java.util.ArrayList;
import java.util.List;
import perennial.sync.Preview;
import perennial.web.Dates;
import perennial.web.Sizes;

/**
 * What settings would do, printed.
 *
 * @param asks whether the words are to be typed now
 * @param unknownUsers addresses that Zoom does not know
 * @param words that allow the deletions
 * @param danger what would go at Zoom; empty when nothing
 */
public record PreviewView(
        boolean asks,
        List<Line> lines,
        List<String> unknownUsers,
        String danger,
        String dangerDetail,
        String words,
        String help,
        String remark) {
    /** A number with its name; indented below the one before where it is part of it. */
    public record Line(String label, String value, boolean part) {}

    static PreviewView of(Preview preview, boolean asks) {
        var lines = new ArrayList<Line>();
        add(lines, "Zoom users reached", preview.usersReached());
        add(lines, "Recordings they have at Zoom", preview.recordings());
        lines.add(new Line("size", Sizes.text(preview.bytes()), true));
        add(lines, "Would be imported", preview.toImport());
        lines.add(new Line("download size", Sizes.text(preview.bytesToImport()), true));
        add(lines, "Accounts created", preview.accountsCreated());
        add(lines, "Viewers raised to Contributor", preview.rolesRaised());
        boolean deletes = preview.deletions() > 0 || asks;
        if (deletes) deletions(lines, preview);
        return new PreviewView(
                asks,
                lines,
                preview.unknownUsers(),
                deletes ? title(preview) : "",
                preview.permanently()
                        ? "For good, past the trash: nobody can recover them. Each only once it is proven to be safe here."
                        : "Each once it is proven to be safe here, and its grace is over. Zoom empties its trash after 30 days and cannot give back what is gone.",
                preview.confirm(),
                "%s. The server counts again when you save; if the number has changed, it asks again."
                        .formatted(Labels.sentence(preview.reach())),
                preview.remark());
    }

    private static String title(Preview preview) {
        return "%s may be deleted at Zoom".formatted(Labels.recordings(preview.deletions()));
    }

    private static void deletions(List<Line> lines, Preview preview) {
        add(lines, "Deletable at Zoom", preview.deletions());
        lines.add(new Line("imported before this change", String.valueOf(preview.importedEarlier()), true));
        lines.add(new Line("Zoom users", String.valueOf(preview.deletionUsers()), true));
        lines.add(new Line("size at Zoom", Sizes.text(preview.deletionBytes()), true));
        if (preview.withLeftOut() > 0) {
            lines.add(new Line("with files that only Zoom has", String.valueOf(preview.withLeftOut()), true));
        }
        var oldest = preview.oldest();
        var newest = preview.newest();
        if (oldest != null && newest != null) {
            lines.add(new Line("oldest and newest", "%s, %s".formatted(Dates.day(oldest), Dates.day(newest)), true));
        }
    }

    private static void add(List<Line> lines, String label, int number) {
        lines.add(new Line(label, String.valueOf(number), false));
    }
}
