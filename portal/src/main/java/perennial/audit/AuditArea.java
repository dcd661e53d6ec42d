package perennial.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parts of the portal, as the audit log sorts what happened there. */
public enum AuditArea {
    SIGN_INS("sign-ins", "Sign-ins", "login", "people.signed people.password people.reset people.linked"),
    PEOPLE("people", "People", "users", "people."),
    SETTINGS("settings", "Settings", "settings", "settings."),
    ZOOM("zoom", "Zoom app", "video", "zoom-"),
    VIDEOS("videos", "Videos", "books", "media. review. category.");

    private final String code;
    private final String label;
    private final String icon;
    private final String beginnings; // one space between two

    AuditArea(String code, String label, String icon, String beginnings) {
        this.code = code;
        this.label = label;
        this.icon = icon;
        this.beginnings = beginnings;
    }

    /** As addresses and the API write it: "sign-ins". */
    @JsonValue
    public String code() {
        return code;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    /** Name of its outline icon. */
    public String icon() {
        return icon;
    }

    public static Optional<AuditArea> ofCode(String code) {
        return Arrays.stream(values()).filter(area -> area.code.equals(code)).findFirst();
    }

    /** The area of an action; the first whose beginning fits. Empty: of the portal at large. */
    public static Optional<AuditArea> of(String action) {
        return Arrays.stream(values())
                .filter(area -> area.beginnings().stream().anyMatch(action::startsWith))
                .findFirst();
    }

    private List<String> beginnings() {
        return List.of(beginnings.split(" ", -1));
    }

    /** A condition on the column {@code action}, of constants only. */
    String condition() {
        var mine = any(beginnings());
        var earlier = Arrays.stream(values())
                .filter(area -> area.compareTo(this) < 0)
                .flatMap(area -> area.beginnings().stream())
                .toList();
        return earlier.isEmpty() ? mine : mine + " and not " + any(earlier);
    }

    private static String any(List<String> beginnings) {
        return beginnings.stream()
                .map(text -> "starts_with(action, '" + text + "')")
                .collect(Collectors.joining(" or ", "(", ")"));
    }
}
