package perennial.library.web;

import java.util.ArrayList;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.library.LatePart;
import perennial.library.LateParts;
import perennial.library.MediaAddresses;
import perennial.library.MediaId;
import perennial.library.NotPossible;
import perennial.library.ViewNames;
import perennial.people.Person;
import perennial.web.Lengths;

/** Prints what came late and waits. */
@Component
class LatePartPages {
    private final LateParts parts;

    LatePartPages(LateParts parts) {
        this.parts = parts;
    }

    LatePartsPage page(Person by) {
        return new LatePartsPage(
                parts.waiting(by).stream().map(part -> print(part, "", null)).toList());
    }

    /** The page again, with the reason that was not taken. */
    LatePartsPage page(Person by, MediaId refused, String reason, NotPossible problem) {
        return new LatePartsPage(parts.waiting(by).stream()
                .map(part ->
                        part.media().equals(refused) ? print(part, reason, problem.sentence()) : print(part, "", null))
                .toList());
    }

    private static LatePartsPage.Part print(LatePart part, String reason, @Nullable String wrong) {
        return new LatePartsPage.Part(
                part.media().toString(),
                part.version(),
                part.title(),
                part.authorName(),
                part.since(),
                brings(part),
                part.length().equals(part.shownLength())
                        ? Lengths.clock(part.length())
                        : "%s, now %s".formatted(Lengths.clock(part.length()), Lengths.clock(part.shownLength())),
                part.views().stream().map(view -> preview(part, view)).toList(),
                reason,
                wrong);
    }

    /** Such as "Part 2: Speaker, Gallery". */
    private static String brings(LatePart part) {
        var bySegment = part.added().stream()
                .collect(Collectors.groupingBy(
                        LatePart.Added::segment,
                        TreeMap::new,
                        Collectors.mapping(added -> ViewNames.label(added.view()), Collectors.joining(", "))));
        var texts = new ArrayList<String>();
        bySegment.forEach((segment, views) -> texts.add("Part %d: %s".formatted(segment, views)));
        return texts.isEmpty() ? "The same parts, joined anew" : String.join("; ", texts);
    }

    private static LatePartsPage.Preview preview(LatePart part, String view) {
        return new LatePartsPage.Preview(
                ViewNames.label(view), MediaAddresses.waiting(part.media(), view, part.version()));
    }
}
