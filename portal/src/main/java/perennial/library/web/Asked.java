package perennial.library.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import perennial.library.Media;
import perennial.library.MediaChanges;
import perennial.library.MediaId;
import perennial.library.UnknownMedia;
import perennial.library.VisibleMedia;
import perennial.people.CurrentPerson;
import perennial.people.Person;
import perennial.people.PersonId;

/** What the request asks for, if whoever sent it may see it. */
@Component
class Asked {
    private final VisibleMedia visible;
    private final CurrentPerson current;

    Asked(VisibleMedia visible, CurrentPerson current) {
        this.visible = visible;
        this.current = current;
    }

    /** Who asks; null for a guest. */
    @Nullable
    PersonId viewer() {
        return current.find().map(Person::id).orElse(null);
    }

    /**
     * @throws UnknownMedia if there is no such item, or not for them
     */
    Media visible(MediaId id) {
        return visible.find(id, viewer()).orElseThrow(UnknownMedia::new);
    }

    /** Whether they may change {@code item}. */
    boolean mayChange(Media item) {
        return current.find()
                .map(person -> MediaChanges.mayChange(person, item))
                .orElse(false);
    }
}
