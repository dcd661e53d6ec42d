package perennial.people;

/** The account that a host's recordings go to, and what was done to have it. */
public record HostAccount(Person person, Outcome outcome) {
    public enum Outcome {
        /** Was in the portal, as Contributor or above. */
        KNOWN,
        /** Was a Viewer and is a Contributor from here on. */
        RAISED,
        /** Is new: invited, Contributor. */
        CREATED,
        /** Is in the portal but blocked, and stays so: the recording must go to someone else. */
        BLOCKED
    }
}
