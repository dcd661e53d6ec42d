package perennial.settings;

import java.util.List;

/** What the settings need to know of the videos there are. Implemented, as a bean, by the module that keeps them. */
public interface PublishedVideos {
    /** How many are published. */
    long count();

    /** Names of the categories there are, in order. */
    List<String> categories();

    /**
     * Gives all that are published these settings, whatever they had, in the caller's transaction.
     *
     * @param actor e-mail address of the person who wants it
     * @return how many there were
     */
    int apply(DefaultPublish settings, String actor);
}
