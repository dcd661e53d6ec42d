package perennial.settings;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The portal's settings. Immutable: a change is a new value, see {@link PortalSettings#change}.
 *
 * @param name shown on every page and in mails, 1 to 80 characters
 * @param timeZone for people who have not chosen one and whose browser does not say
 * @param contentModeration whether Contributors' and imported videos wait in review before others see them
 * @param approvalsNeeded how many people must approve, 1 to 9
 * @param moderateModerators whether uploads by Moderators and up wait, too
 */
public record Settings(
        String name,
        ZoneId timeZone,
        boolean contentModeration,
        int approvalsNeeded,
        boolean moderateModerators,
        DefaultPublish defaultPublish) {

    public static final int LONGEST_NAME = 80;
    public static final int MOST_APPROVALS = 9;

    public Settings {
        if (name.isBlank() || name.length() > LONGEST_NAME)
            throw new IllegalArgumentException("name: use 1 to 80 characters");
        if (approvalsNeeded < 1 || approvalsNeeded > MOST_APPROVALS)
            throw new IllegalArgumentException("approvalsNeeded: use 1 to 9");
    }

    /** What a new portal begins with. */
    public static Settings initial() {
        return new Settings("Perennial", ZoneOffset.UTC, false, 1, false, DefaultPublish.initial());
    }
}
