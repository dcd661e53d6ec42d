package perennial.library.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import perennial.library.LatePart;
import perennial.library.LateParts;
import perennial.library.MediaAddresses;
import perennial.library.MediaId;
import perennial.people.CurrentPerson;
import perennial.web.Listing;
import perennial.web.PortalException;

/** Parts that came late to approved videos, over the API. For Moderators and up. */
@RestController
@RequestMapping("/api/v1/late-parts")
class LatePartsApiController {
    private final LateParts parts;
    private final CurrentPerson current;

    LatePartsApiController(LateParts parts, CurrentPerson current) {
        this.parts = parts;
        this.current = current;
    }

    /**
     * A version that waits.
     *
     * @param version to be sent back with the decision
     * @param added the files it brings; {@code segment} counts from 1
     * @param duration in seconds, beside that of the version shown
     */
    @Schema(name = "LatePart")
    record LatePartJson(
            String media,
            String title,
            int version,
            Instant since,
            double duration,
            double shownDuration,
            List<LatePart.Added> added,
            List<View> views) {
        record View(String name, String url) {}

        static LatePartJson of(LatePart part) {
            return new LatePartJson(
                    part.media().toString(),
                    part.title(),
                    part.version(),
                    part.since(),
                    part.length().toMillis() / 1000.0,
                    part.shownLength().toMillis() / 1000.0,
                    part.added(),
                    part.views().stream()
                            .map(view -> new View(view, MediaAddresses.waiting(part.media(), view, part.version())))
                            .toList());
        }
    }

    /** The longest waiting first, at most 100. */
    @GetMapping
    Listing<LatePartJson> list() {
        return new Listing<>(
                parts.waiting(current.require()).stream().map(LatePartJson::of).toList(), null);
    }

    /**
     * A decision.
     *
     * @param version the one that was looked at
     * @param reason a sentence for the author
     */
    @Schema(name = "LatePartDecision")
    record Decision(@Nullable Integer version, @Nullable String reason) {
        /**
         * @throws PortalException 400 where there is none
         */
        int lookedAt() {
            if (version == null) {
                throw PortalException.badRequest(
                        "version-missing",
                        "A decision needs the version that you looked at",
                        "Send the version that the list gives.");
            }
            return version;
        }
    }

    /** Shows the version from now on. Takes {@code version}. */
    @PostMapping("/{media}/approve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void approve(@PathVariable String media, @RequestBody Decision decision) {
        parts.approve(MediaId.asked(media), current.require(), decision.lookedAt());
    }

    /** Keeps showing the approved version. Takes {@code version} and {@code reason}. */
    @PostMapping("/{media}/refuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(@PathVariable String media, @RequestBody Decision decision) {
        parts.refuse(
                MediaId.asked(media),
                current.require(),
                decision.lookedAt(),
                Objects.requireNonNullElse(decision.reason(), ""));
    }
}
