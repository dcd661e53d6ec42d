package zoomsim.auth;

import java.util.List;

/** Names of Zoom's granular scopes, and for each operation those that open it: any one of them. */
public final class Scopes {
    public static final List<String> LIST_USERS = List.of("user:read:list_users:admin");
    public static final List<String> READ_USER = admin("user:read:user");
    public static final List<String> READ_SETTINGS = admin("user:read:settings");
    public static final List<String> LIST_USER_RECORDINGS = admin("cloud_recording:read:list_user_recordings");
    public static final List<String> LIST_ACCOUNT_RECORDINGS = List.of(
            "cloud_recording:read:list_account_recordings:admin",
            "cloud_recording:read:list_account_recordings:master");
    public static final List<String> READ_RECORDING = admin("cloud_recording:read:list_recording_files");
    public static final List<String> DELETE_RECORDING = admin("cloud_recording:delete:meeting_recording");
    public static final List<String> DELETE_FILE = admin("cloud_recording:delete:recording_file");
    public static final List<String> RECOVER_RECORDING = admin("cloud_recording:update:recover_meeting_recordings");
    public static final List<String> RECOVER_FILE = admin("cloud_recording:update:recover_single_recording");

    /** Everything that the simulator can do. */
    public static final List<String> ALL = List.of(
            "user:read:list_users:admin",
            "user:read:user:admin",
            "user:read:settings:admin",
            "cloud_recording:read:list_user_recordings:admin",
            "cloud_recording:read:list_account_recordings:admin",
            "cloud_recording:read:list_recording_files:admin",
            "cloud_recording:delete:meeting_recording:admin",
            "cloud_recording:delete:recording_file:admin",
            "cloud_recording:update:recover_meeting_recordings:admin",
            "cloud_recording:update:recover_single_recording:admin");

    private Scopes() {}

    private static List<String> admin(String scope) {
        return List.of(scope, scope + ":admin");
    }
}
