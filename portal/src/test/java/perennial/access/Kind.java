package perennial.access;

import java.util.Arrays;
import java.util.function.BiFunction;
import perennial.library.Access;
import perennial.people.Role;

/** A rule of the matrix, and what it means for each asker and state. */
enum Kind {
    WHOEVER("whoever comes", (asker, state) -> Answer.IN),
    SIGNED_IN("whoever is signed in", (asker, state) -> from(asker, Role.VIEWER, Answer.FORBIDDEN)),
    LEAVES("whoever is signed in, and leaves", (asker, state) -> Answer.SIGN_IN),
    CONTRIBUTORS("Contributors up", (asker, state) -> from(asker, Role.CONTRIBUTOR, Answer.FORBIDDEN)),
    MODERATORS("Moderators up", (asker, state) -> from(asker, Role.MODERATOR, Answer.FORBIDDEN)),
    MODERATORS_QUIETLY(
            "Moderators up; others are told there is none",
            (asker, state) -> from(asker, Role.MODERATOR, Answer.UNKNOWN)),
    MANAGERS("Managers up", (asker, state) -> from(asker, Role.MANAGER, Answer.FORBIDDEN)),
    ADMINISTRATORS("Administrators", (asker, state) -> from(asker, Role.ADMINISTRATOR, Answer.FORBIDDEN)),
    SEES("who sees the video", (asker, state) -> asker.sees(state) ? Answer.IN : Answer.UNKNOWN),
    SEES_SIGNED_IN("who sees the video, signed in", (asker, state) -> signedIn(asker, seesIt(asker, state))),
    LINK(
            "whoever has the link",
            (asker, state) -> state.access() == Access.LINK && state.shown() ? Answer.IN : Answer.UNKNOWN),
    WROTE(
            "whoever wrote the comment",
            (asker, state) -> signedIn(
                    asker, asker == Asker.CHOSEN || !asker.sees(state) ? seesIt(asker, state) : Answer.FORBIDDEN)),
    UNWRITES(
            "whoever may delete the comment",
            (asker, state) -> signedIn(
                    asker,
                    asker == Asker.CHOSEN || asker.edits() || !asker.sees(state)
                            ? seesIt(asker, state)
                            : Answer.FORBIDDEN)),
    WATCHES(
            "who sees the video, guests in vain",
            (asker, state) -> asker.guest() ? Answer.IN_VAIN : seesIt(asker, state)),
    EDITS("who edits the video", (asker, state) -> asker.edits() ? Answer.IN : Answer.UNKNOWN),
    EDITS_LINK(
            "who edits the video, if it has a link",
            (asker, state) ->
                    !asker.edits() ? Answer.UNKNOWN : state.access() == Access.LINK ? Answer.IN : Answer.IN_IF_THERE),
    EDITS_MANY(
            "who edits the videos, others in vain",
            (asker, state) -> signedIn(asker, asker.edits() ? Answer.IN : Answer.IN_VAIN)),
    MODERATES("Moderators up, of the video", (asker, state) -> from(asker, Role.MODERATOR, Answer.FORBIDDEN)),
    MODERATES_QUIETLY(
            "Moderators up; to others the video does not exist",
            (asker, state) -> from(asker, Role.MODERATOR, Answer.UNKNOWN)),
    MODERATES_LATE(
            "Moderators up, if it has a late part; to others the video does not exist",
            (asker, state) ->
                    asker.atLeast(Role.MODERATOR) ? Answer.IN_IF_THERE : from(asker, Role.MODERATOR, Answer.UNKNOWN)),
    PURGES("Managers up, of the video", (asker, state) -> from(asker, Role.MANAGER, Answer.FORBIDDEN)),
    OWNS("whose it is", (asker, state) -> signedIn(asker, asker == Asker.AUTHOR ? Answer.IN : Answer.REFUSED)),
    OWNS_QUIETLY(
            "whose it is, others in vain",
            (asker, state) -> signedIn(asker, asker == Asker.AUTHOR ? Answer.IN : Answer.IN_VAIN)),
    OWNS_OR_ADMINISTERS(
            "whose it is, or Administrators",
            (asker, state) -> signedIn(
                    asker, asker == Asker.AUTHOR || asker == Asker.ADMINISTRATOR ? Answer.IN : Answer.UNKNOWN)),
    SECRET("whoever knows the secret", (asker, state) -> Answer.NOTHING),
    NOBODY("nobody by this address", (asker, state) -> Answer.NOTHING);

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // the rules above keep nothing
    private final BiFunction<Asker, State, Answer> rule;

    Kind(String words, BiFunction<Asker, State, Answer> rule) {
        this.words = words;
        this.rule = rule;
    }

    /** The rule that stands between brackets. */
    static Kind of(String words) {
        return Arrays.stream(values())
                .filter(kind -> kind.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule is called \"" + words + "\""));
    }

    Answer answer(Asker asker, State state) {
        return rule.apply(asker, state);
    }

    /** Whether it is about one video, so that its state matters. */
    boolean ofVideo() {
        return compareTo(SEES) >= 0 && compareTo(PURGES) <= 0;
    }

    /** Whether it is about something that one person has. */
    boolean ofOwner() {
        return this == OWNS || this == OWNS_QUIETLY || this == OWNS_OR_ADMINISTERS;
    }

    private static Answer from(Asker asker, Role needed, Answer others) {
        return signedIn(asker, asker.atLeast(needed) ? Answer.IN : others);
    }

    private static Answer seesIt(Asker asker, State state) {
        return asker.sees(state) ? Answer.IN : Answer.UNKNOWN;
    }

    private static Answer signedIn(Asker asker, Answer answer) {
        return asker.guest() ? Answer.SIGN_IN : answer;
    }
}
