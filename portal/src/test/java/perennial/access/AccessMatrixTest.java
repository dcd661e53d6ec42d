package perennial.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * The proof of who sees what (P1 to P13): {@code matrix.txt} against the running portal, over HTTP. Nobody is answered by a server
 * error, and no answer names a video that whoever asked may not see. By default each address is asked about some of the states, chosen
 * by a seed that is printed, and by the roles next to which the answer changes; with {@code -Dperennial.full=true} about all by all.
 */
class AccessMatrixTest extends AccessTest {
    private static final boolean FULL = Boolean.getBoolean("perennial.full");
    private static final int SAMPLE = 2;
    private static final int SAMPLE_OF_LOOKING = 3;
    /** Tokens for files and feeds take the same way to the same question. */
    private static final Set<State> BY_TOKEN =
            Set.of(State.PRIVATE, State.CHOSEN, State.PORTAL, State.DRAFT, State.DELETED);

    private static final List<Asker> ROLES =
            List.of(Asker.GUEST, Asker.VIEWER, Asker.CONTRIBUTOR, Asker.MODERATOR, Asker.MANAGER, Asker.ADMINISTRATOR);

    private final List<String> wrong = new ArrayList<>();
    private final Map<List<Object>, Integer> unknown = new HashMap<>();

    @BeforeEach
    void nothingWrong() {
        wrong.clear();
    }

    @Autowired
    private ApplicationContext portal;

    @Test
    void hasALineForEachAddressOfTheRouterAndNoOther() {
        assertThat(Row.all().stream().map(Row::name))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Routes.of(portal));
    }

    @Test
    void letsInWhomItSaysAndNobodyElse() {
        var seed = Long.getLong("perennial.seed", System.nanoTime());
        System.out.printf("S1 seed=%d full=%b%n", seed, FULL);
        var random = new Random(seed);
        for (var row : Row.all()) {
            if (!row.files()) check(row, random);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void asksEachAddressOfTheApiForTheScopeOfTheLine() {
        var administrator = visitor(Asker.ADMINISTRATOR).person();
        var reads = token(administrator, Set.of("read"));
        var writes = token(administrator, Set.of("read", "write"));
        for (var row : Row.all()) {
            if (!row.route().startsWith("/api/") || row.kind() == Kind.SECRET) continue;
            for (var token : List.of(reads, writes)) {
                var enough = row.scope().equals("read") || (row.scope().equals("write") && token.equals(writes));
                var reply = byToken(row, token, Map.of());
                var refused = reply.status() == 403
                        && (row.method().equals("HEAD") || reply.body().contains("insufficient-scope"));
                if (refused == enough)
                    wrong.add(row.name() + " by a token that " + (token.equals(reads) ? "reads" : "writes"));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void knowsNobodyInTheApiByTheirSession() {
        for (var row : Row.all()) {
            if (!row.api() || row.kind() == Kind.WHOEVER || row.kind() == Kind.SECRET) continue;
            var reply = bySession(row, visitor(Asker.ADMINISTRATOR), Map.of());
            if (reply.status() != 401) wrong.add(row.name() + ": " + reply.status());
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void takesNoFormThatAnotherSiteSends() {
        var unchanged = fingerprint();
        for (var row : Row.all()) {
            if (row.api() || row.reads()) continue;
            var names = names(row, State.PORTAL, Map.of());
            var reply = visitor(Asker.ADMINISTRATOR).fromElsewhere(requests.of(row, names));
            if (reply.status() != 403) wrong.add(row.name() + ": " + reply.status());
        }
        assertThat(wrong).isEmpty();
        assertThat(fingerprint()).isEqualTo(unchanged);
    }

    @Test
    void answersWhetherThereAreBytesAsItWouldGiveThem() {
        for (var row : Row.all()) {
            if (!row.method().equals("GET") || row.api() || !row.kind().ofVideo()) continue;
            var head = new Row(row.kind(), "HEAD", row.route(), false, false, row.sent());
            for (var asker : List.of(Asker.GUEST, Asker.CONTRIBUTOR, Asker.AUTHOR)) {
                var names = names(row, State.PRIVATE, Map.of());
                var asked = bySession(head, visitor(asker), names).status();
                var given = bySession(row, visitor(asker), names).status();
                if (asked != given)
                    wrong.add("%s as %s: %d asked, %d given".formatted(head.name(), asker, asked, given));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void check(Row row, Random random) {
        var states = states(row, random);
        var names = things(row);
        var unchanged = fingerprint();
        var before = shelf.fingerprint();
        for (var visitor : visitors(row)) {
            for (var state : states) {
                if (!row.answer(visitor.asker(), state).mayChange()) ask(row, visitor, state, names);
            }
        }
        if (!row.reads() && !fingerprint().equals(unchanged))
            wrong.add(row.name() + " changed something for whom it must not");
        var listed = new TreeSet<State>();
        for (var visitor : visitors(row)) {
            for (var state : row.reads() || FULL ? states : states.subList(0, 1)) {
                if (!row.answer(visitor.asker(), state).mayChange()) continue;
                var reply = ask(row, visitor, state, names);
                Arrays.stream(State.values())
                        .filter(one -> shelf.named(one, reply.body()))
                        .forEach(listed::add);
                if (row.reads()) continue;
                if (row.kind().ofVideo()) shelf.restore(state);
                else names = things(row);
            }
        }
        if (!row.reads() && !shelf.fingerprint().equals(before)) shelf.restore();
        if (row.lists() && listed.isEmpty()) wrong.add(row.name() + " lists nothing to anybody");
    }

    /** Asks with a session, or a token where it is the API; files and feeds with both. */
    private Reply ask(Row row, Visitor visitor, State state, Map<String, String> names) {
        var reply = row.api()
                ? byToken(row, visitor, names(row, state, names))
                : bySession(row, visitor, names(row, state, names));
        judge(row, visitor, state, reply, !row.api());
        if (takesTokens(row) && visitor.token() != null && (FULL || BY_TOKEN.contains(state))) {
            judge(row, visitor, state, byToken(row, visitor, names(row, state, names)), false);
        }
        if (row.kind() == Kind.LINK && visitor.asker() != Asker.LINKED) visitor.forgetLinks();
        if (row.kind() == Kind.LEAVES || row.route().startsWith("/account/")) visitor.enter();
        return reply;
    }

    private void judge(Row row, Visitor visitor, State state, Reply reply, boolean session) {
        var answer = row.answer(visitor.asker(), state);
        var ofUnknown = answer.likeUnknown() ? ofUnknown(row, visitor, session) : 0;
        var what = row.name() + " as " + visitor.asker() + (row.kind().ofVideo() ? " of " + state : "");
        if (!answer.fits(reply, ofUnknown)) {
            wrong.add("%s: %d %s instead of %s".formatted(what, reply.status(), reply.location(), answer));
        }
        for (var other : State.values()) {
            if (!mayRead(row, visitor.asker(), other) && shelf.named(other, reply.body())) {
                wrong.add(what + " names the video that is " + other);
            }
        }
    }

    /** The status of what does not exist; asked once. */
    private int ofUnknown(Row row, Visitor visitor, boolean session) {
        return unknown.computeIfAbsent(
                List.of(row, visitor, session),
                key -> (session ? bySession(row, visitor, Map.of()) : byToken(row, visitor, Map.of())).status());
    }

    /** A link opens its video, and puts it into no list. */
    private static boolean mayRead(Row row, Asker asker, State state) {
        if (row.kind() == Kind.LINK && state == State.LINK) return true;
        return (row.lists() && asker == Asker.LINKED ? Asker.GUEST : asker).sees(state);
    }

    private static boolean takesTokens(Row row) {
        return row.method().equals("GET")
                && (row.route().startsWith("/media/") || row.route().startsWith("/feeds/"));
    }

    private static List<State> states(Row row, Random random) {
        if (!row.kind().ofVideo()) return List.of(State.PUBLIC);
        var all = new ArrayList<>(List.of(State.values()));
        if (FULL) return all;
        Collections.shuffle(all, random);
        return all.subList(0, row.kind() == Kind.SEES ? SAMPLE_OF_LOOKING : SAMPLE);
    }

    private List<Visitor> visitors(Row row) {
        var asked = row.kind().ofVideo() || row.lists() || row.kind().ofOwner() ? List.of(Asker.values()) : byRole(row);
        return asked.stream()
                .filter(asker -> asker != Asker.LINKED || (row.reads() && !row.api()))
                .map(this::visitor)
                .toList();
    }

    /** Of each role one; by default only where what they get changes from one to the next. */
    private static List<Asker> byRole(Row row) {
        if (FULL) return ROLES;
        var asked = new ArrayList<>(ROLES.subList(0, 1));
        for (int i = 1; i < ROLES.size(); i++) {
            if (answer(row, i) == answer(row, i - 1) && (i + 1 == ROLES.size() || answer(row, i) == answer(row, i + 1)))
                continue;
            asked.add(ROLES.get(i));
        }
        return asked;
    }

    private static Answer answer(Row row, int role) {
        return row.answer(ROLES.get(role), State.PUBLIC);
    }
}
