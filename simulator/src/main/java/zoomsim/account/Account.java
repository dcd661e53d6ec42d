package zoomsim.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The simulated Zoom account. Safe for use by several threads. */
public final class Account {
    /** How long Zoom keeps what is in the trash. */
    public static final Duration TRASH_KEPT = Duration.ofDays(30);

    private static final Comparator<Meeting> NEWEST_FIRST =
            Comparator.comparing(Meeting::start).reversed().thenComparing(Meeting::uuid);

    private final String id;
    private final SimulatedClock clock;
    private final List<User> users;
    private final Map<String, Meeting> byUuid = new HashMap<>();
    private final Map<UUID, String> uuidOfFile = new HashMap<>();
    private final TreeSet<Meeting> ordered = new TreeSet<>(NEWEST_FIRST);
    private final List<Watcher> watchers = new ArrayList<>();
    /** Meetings that are not stored, but for those that something was done with. */
    private PlainMeetings plain = PlainMeetings.none();

    private final BitSet noLongerPlain = new BitSet();

    /**
     * An account without meetings.
     *
     * @param users the first is the owner
     */
    public Account(String id, SimulatedClock clock, List<User> users) {
        this.id = id;
        this.clock = clock;
        this.users = List.copyOf(users);
    }

    public String id() {
        return id;
    }

    public SimulatedClock clock() {
        return clock;
    }

    public List<User> users() {
        return users;
    }

    public User owner() {
        return users.getFirst();
    }

    /** A user by id, e-mail (in any case) or {@code me}, which is the owner. */
    public Optional<User> user(String idOrEmail) {
        if (idOrEmail.equals("me")) return Optional.of(owner());
        var email = idOrEmail.toLowerCase(Locale.ROOT);
        return users.stream()
                .filter(user -> user.id().equals(idOrEmail) || user.email().equals(email))
                .findFirst();
    }

    /** Adds many meetings at once that take no room. Only once. */
    public synchronized void load(PlainMeetings many) {
        if (plain.count() > 0) throw new IllegalStateException("the account has its plain meetings already");
        plain = many;
    }

    /** Hears of every change, in order; must not wait for anything. */
    @FunctionalInterface
    public interface Watcher {
        /**
         * Something has changed.
         *
         * @param before null for a new meeting
         * @param after null for one that was deleted
         */
        void changed(@Nullable Meeting before, @Nullable Meeting after);
    }

    /** Tells {@code watcher} from here on. */
    public synchronized void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    /** Adds a meeting, or replaces the one of the same uuid. */
    public synchronized void put(Meeting meeting) {
        var before = stored(meeting.uuid()).orElse(null);
        load(meeting);
        watchers.forEach(watcher -> watcher.changed(before, meeting));
    }

    /** As {@link #put}, but it has been there all along, so nobody is told. */
    public synchronized void load(Meeting meeting) {
        drop(meeting.uuid());
        byUuid.put(meeting.uuid(), meeting);
        ordered.add(meeting);
        meeting.allFiles().forEach(file -> uuidOfFile.put(file.key(), meeting.uuid()));
        announceWhenMade(meeting);
    }

    /** A recording in the making is finished when its time comes, by which its reply changes as well as its watchers know. */
    private void announceWhenMade(Meeting meeting) {
        var until = meeting.processingUntil();
        if (until == null || until.equals(Meeting.UNTIL_TOLD)) return;
        clock.agenda()
                .at(
                        until,
                        () -> change(
                                meeting.uuid(),
                                found -> until.equals(found.processingUntil()) ? found.processingUntil(null) : found));
    }

    /** Changes the meeting of that uuid; nothing happens where there is none. */
    public synchronized void change(String uuid, UnaryOperator<Meeting> change) {
        meeting(uuid).ifPresent(found -> put(change.apply(found)));
    }

    /** Deletes for good. */
    public synchronized void remove(String uuid) {
        var removed = drop(uuid);
        if (removed != null) watchers.forEach(watcher -> watcher.changed(removed, null));
    }

    private @Nullable Meeting drop(String uuid) {
        var number = plain.byUuid(uuid);
        if (number.isPresent() && !noLongerPlain.get(number.getAsInt())) {
            noLongerPlain.set(number.getAsInt());
            return plain.at(number.getAsInt());
        }
        var removed = byUuid.remove(uuid);
        if (removed == null) return null;
        ordered.remove(removed);
        removed.allFiles().forEach(file -> uuidOfFile.remove(file.key()));
        return removed;
    }

    public synchronized Optional<Meeting> meeting(String uuid) {
        return stored(uuid).filter(this::notPurged);
    }

    private Optional<Meeting> stored(String uuid) {
        var found = byUuid.get(uuid);
        return found != null ? Optional.of(found) : stillPlain(plain.byUuid(uuid));
    }

    private Optional<Meeting> stillPlain(OptionalInt number) {
        return number.isPresent() && !noLongerPlain.get(number.getAsInt())
                ? Optional.of(plain.at(number.getAsInt()))
                : Optional.empty();
    }

    /** The latest instance under that number that is not in the trash. */
    public synchronized Optional<Meeting> latest(long number) {
        return ordered.stream()
                .filter(meeting -> meeting.number() == number && !meeting.trashed())
                .findFirst()
                .or(() -> stillPlain(plain.byNumber(number)));
    }

    /** The meeting that a file belongs to. */
    public synchronized Optional<Meeting> meetingOfFile(UUID key) {
        var uuid = uuidOfFile.get(key);
        return uuid != null ? meeting(uuid) : stillPlain(plain.byFile(key));
    }

    /** Newest first. */
    public List<Meeting> meetings(Predicate<Meeting> wanted) {
        return meetings(Instant.MIN, Instant.MAX, wanted);
    }

    /** Those that begin from {@code first} to {@code last}, newest first. */
    public synchronized List<Meeting> meetings(Instant first, Instant last, Predicate<Meeting> wanted) {
        var found = new ArrayList<Meeting>();
        ordered.stream()
                .filter(meeting ->
                        !meeting.start().isBefore(first) && !meeting.start().isAfter(last))
                .filter(this::notPurged)
                .filter(wanted)
                .forEach(found::add);
        int stored = found.size();
        int from = last.equals(Instant.MAX) ? 0 : plain.firstNotAfter(last);
        for (int number = from; number < plain.count(); number++) {
            if (noLongerPlain.get(number)) continue;
            var meeting = plain.at(number);
            if (meeting.start().isBefore(first)) break;
            if (wanted.test(meeting)) found.add(meeting);
        }
        if (stored > 0 && stored < found.size()) found.sort(NEWEST_FIRST);
        return List.copyOf(found);
    }

    public List<Meeting> meetings() {
        return meetings(meeting -> true);
    }

    private boolean notPurged(Meeting meeting) {
        var trashedAt = meeting.trashedAt();
        Instant now = clock.instant();
        return trashedAt == null || now.isBefore(trashedAt.plus(TRASH_KEPT));
    }
}
