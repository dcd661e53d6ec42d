package perennial.people;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person may do; each role includes those before it. */
public enum Role {
    VIEWER("Viewer", "Watches what is published"),
    CONTRIBUTOR("Contributor", "Uploads, edits and publishes own videos"),
    MODERATOR("Moderator", "Reviews, edits and publishes any video"),
    MANAGER("Manager", "Apps, settings, people, audit log"),
    ADMINISTRATOR("Administrator", "Everything: storage, mail, sign-in, tokens");

    private final String label;
    private final String explanation;

    Role(String label, String explanation) {
        this.label = label;
        this.explanation = explanation;
    }

    public boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }

    /** As people read it: "Manager". */
    public String label() {
        return label;
    }

    public String explanation() {
        return explanation;
    }

    /** As the API writes it: "manager". */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of this role and of all it includes. */
    public Set<String> names() {
        return Arrays.stream(values()).filter(this::atLeast).map(Role::name).collect(Collectors.toUnmodifiableSet());
    }
}
