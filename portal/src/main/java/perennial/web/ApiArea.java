package perennial.web;

import io.swagger.v3.oas.models.tags.Tag;
import java.util.Arrays;
import java.util.List;

/** The areas of the API, by the first words of their addresses. */
enum ApiArea {
    MEDIA("Media", "Videos: what you may see, and changes for those who may make them"),
    UPLOADS("Uploads", "Bringing files, by the tus protocol. For Contributors and up"),
    CATEGORIES("Categories", "Everyone reads them, Managers add"),
    REVIEW("Review", "What waits for approval, and decisions. For Moderators and up"),
    LATE_PARTS("Late parts", "Parts that came after a video was approved. For Moderators and up"),
    ZOOM("Zoom", "Connections, the ledger of recordings, questions to Zoom. For Managers and up"),
    PEOPLE("People", "Accounts and tokens. For Managers and up; a token of your own for everyone"),
    GROUPS("Groups", "People who are given access together. For Managers and up"),
    SETTINGS("Settings", "Of the portal. For Managers and up"),
    WEBHOOKS("Webhooks", "Addresses that are told what happens here. For Managers and up"),
    MAIL("Mail", "What the portal writes. For Managers and up"),
    AUDIT("Audit log", "Who changed what, when. For Managers and up");

    private static final String ROOT = "/api/v1/";

    private final String tag;
    private final String description;

    ApiArea(String tag, String description) {
        this.tag = tag;
        this.description = description;
    }

    String tag() {
        return tag;
    }

    /**
     * The area of an address of the API.
     *
     * @throws IllegalArgumentException if it belongs to none
     */
    static ApiArea of(String path) {
        var word = path.substring(ROOT.length()).split("/", -1)[0];
        return Arrays.stream(values())
                .filter(area -> area.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no area of the API: " + path));
    }

    static List<Tag> tags() {
        return Arrays.stream(values())
                .map(area -> new Tag().name(area.tag).description(area.description))
                .toList();
    }

    private String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
