package zoomsim.account;

import java.time.Instant;

/**
 * A person of the account.
 *
 * @param id 22 characters; Zoom shows none for a pending person
 * @param licence Zoom's {@code type}: 1 basic, 2 licensed
 * @param personalMeeting the number of the personal meeting room
 */
public record User(
        String id,
        String email,
        String firstName,
        String lastName,
        int licence,
        Status status,
        boolean owner,
        boolean cloudRecording,
        String timezone,
        long personalMeeting,
        Instant createdAt) {
    /** Where the person's membership stands. */
    public enum Status {
        ACTIVE,
        INACTIVE,
        PENDING
    }

    public String displayName() {
        return firstName + " " + lastName;
    }
}
