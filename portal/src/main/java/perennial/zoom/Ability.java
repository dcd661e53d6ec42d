package perennial.zoom;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What an app at Zoom may have to be able to do, and the scopes that let it. */
public enum Ability {
    LIST_USERS("user:read:list_users", "user:read"),
    READ_USER("user:read:user", "user:read"),
    LIST_RECORDINGS("cloud_recording:read:list_user_recordings", "recording:read"),
    READ_RECORDING("cloud_recording:read:list_recording_files", "recording:read"),
    DELETE_RECORDING("cloud_recording:delete:meeting_recording", "recording:write"),
    RECOVER_RECORDING("cloud_recording:update:recover_meeting_recordings", "recording:write");

    /** Enough to find and fetch everything. */
    public static final List<Ability> READING = List.of(LIST_USERS, READ_USER, LIST_RECORDINGS, READ_RECORDING);

    private static final List<String> VARIANTS = List.of(":admin", "", ":master");

    private final String granular;
    private final String classic;

    Ability(String granular, String classic) {
        this.granular = granular;
        this.classic = classic;
    }

    /** The scope to tick in an app with granular scopes, which all newer apps have. */
    public String granularScope() {
        return granular + ":admin";
    }

    /** The scope to tick in an app with classic scopes. */
    public String classicScope() {
        return classic + ":admin";
    }

    /** Whether any of an app's scopes, of either style and any variant, gives this. */
    boolean givenBy(Collection<String> scopes) {
        return VARIANTS.stream().anyMatch(end -> scopes.contains(granular + end) || scopes.contains(classic + end));
    }

    /** What to tick, in the style of the scopes that the app has already. */
    String missingFrom(Collection<String> scopes) {
        boolean classicStyle = Arrays.stream(values())
                .anyMatch(each -> VARIANTS.stream().anyMatch(end -> scopes.contains(each.classic + end)));
        return classicStyle ? classicScope() : granularScope();
    }
}
