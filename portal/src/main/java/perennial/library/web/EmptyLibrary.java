package perennial.library.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.library.MediaOrder;
import perennial.library.VisibleMedia;
import perennial.people.Person;
import perennial.people.Role;

/** Says why there is no video to show, and what the viewer can do about it. */
@Component
class EmptyLibrary {
    private final VisibleMedia visible;

    EmptyLibrary(VisibleMedia visible) {
        this.visible = visible;
    }

    /**
     * @param person null for a guest
     */
    LibraryPage.Blank blank(LibraryLook look, @Nullable Person person) {
        if (!look.filters().none()) {
            return new LibraryPage.Blank(
                    "No video fits these filters",
                    "Take one of them away, or look for words that were said: the search is at the top.",
                    look.without().address(),
                    "Clear filters");
        }
        if (look.order() == MediaOrder.VIEWED) {
            return new LibraryPage.Blank(
                    "Nobody has watched anything yet", "Sort by date to see all videos.", "/library", "Newest first");
        }
        if (person == null) {
            return new LibraryPage.Blank(
                    "Nothing is public yet", "Sign in to see what is shared with you.", "/sign-in", "Sign in");
        }
        if (visible.draftCount(person.id()) > 0) {
            return new LibraryPage.Blank(
                    "Nothing is published yet",
                    "Your videos wait among your drafts. Publish one, and it appears here.",
                    "/drafts",
                    "Open your drafts");
        }
        if (person.role().atLeast(Role.MANAGER)) {
            return new LibraryPage.Blank(
                    "No videos yet",
                    "Connect Zoom and switch it on: from then on each cloud recording appears here.",
                    "/zoom",
                    "Go to Apps › Zoom");
        }
        return new LibraryPage.Blank(
                "No videos yet", "What is published and shared with you appears here, the newest first.", "", "");
    }
}
