package perennial.library.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import perennial.library.MediaAddresses;
import perennial.library.MediaEditing;
import perennial.library.MediaId;
import perennial.people.CurrentPerson;
import perennial.web.PortalException;
import perennial.web.PublicAddress;

/** The secret link of an item over the API, for those who may change the item. */
@RestController
@RequestMapping("/api/v1/media/{id}/link")
class LinkApi {
    private final MediaEditing editing;
    private final CurrentPerson current;
    private final PublicAddress address;

    LinkApi(MediaEditing editing, CurrentPerson current, PublicAddress address) {
        this.editing = editing;
        this.current = current;
        this.address = address;
    }

    /**
     * The link.
     *
     * @param url as it is given away
     */
    @Schema(name = "SecretLink")
    record Link(String url) {}

    /** The link; 404 where the item's access is another one. */
    @GetMapping
    Link link(@PathVariable String id) {
        return editing.link(MediaId.asked(id), current.require())
                .map(secret -> new Link(address.of(MediaAddresses.link(secret)).toString()))
                .orElseThrow(PortalException::notFound);
    }

    /** Ends the link that was given out and makes another. */
    @PostMapping
    Link replace(@PathVariable String id) {
        editing.replaceLink(MediaId.asked(id), current.require());
        return link(id);
    }
}
