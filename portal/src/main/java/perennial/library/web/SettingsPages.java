package perennial.library.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.library.Captions;
import perennial.library.Categories;
import perennial.library.ChapterLines;
import perennial.library.Contents;
import perennial.library.Media;
import perennial.library.MediaAddresses;
import perennial.library.MediaEditing;
import perennial.library.MediaStatus;
import perennial.library.StatusBadge;
import perennial.people.People;
import perennial.people.Person;
import perennial.web.Dates;
import perennial.web.Lengths;
import perennial.web.PublicAddress;

/** Makes the page of one item's settings. */
@Component
class SettingsPages {
    private final MediaEditing editing;
    private final Captions captions;
    private final Contents contents;
    private final Categories categories;
    private final People people;
    private final PublicAddress address;

    SettingsPages(
            MediaEditing editing,
            Captions captions,
            Contents contents,
            Categories categories,
            People people,
            PublicAddress address) {
        this.editing = editing;
        this.captions = captions;
        this.contents = contents;
        this.categories = categories;
        this.people = people;
        this.address = address;
    }

    EditPage page(Media item, Person viewer) {
        return page(item, viewer, EditFields.of(editing.of(item), Dates.zone()), null, Map.of());
    }

    /**
     * The form again, with what was typed and what is wrong with it.
     *
     * @param chapters as they were typed; null for those that are there
     */
    EditPage page(
            Media item, Person viewer, EditFields fields, @Nullable String chapters, Map<String, String> problems) {
        return new EditPage(
                item.id().toString(),
                item.title(),
                StatusBadge.of(item.status()),
                item.status() == MediaStatus.DELETED,
                editing.goesBack(item, viewer),
                item.poster() == null ? null : MediaAddresses.poster(item),
                Lengths.clock(item.length()),
                fields,
                authors(item),
                categories.all().stream()
                        .map(one -> new EditPage.Option(one.id().toString(), one.name()))
                        .toList(),
                Dates.zone().getId(),
                editing.link(item.id(), viewer)
                        .map(secret -> address.of(MediaAddresses.link(secret)).toString())
                        .orElse(""),
                captions.of(item),
                chapters == null
                        ? ChapterLines.of(contents.of(item, viewer.id()).chapters())
                        : chapters,
                problems);
    }

    /** Its author is there whatever has become of them. */
    private List<EditPage.Option> authors(Media item) {
        var authors = new ArrayList<EditPage.Option>();
        authors.add(new EditPage.Option(item.author().toString(), item.authorName()));
        for (var person : people.authors()) {
            if (person.id().equals(item.author())) continue;
            authors.add(new EditPage.Option(person.id().toString(), person.name() + ", " + person.email()));
        }
        return authors;
    }
}
