package zoomsim.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import zoomsim.account.Account;
import zoomsim.account.PlainMeetings;
import zoomsim.account.User.Status;
import zoomsim.http.Json;

/** The meetings that an account begins with. */
public final class Scenario {
    private static final Duration NEWEST = Duration.ofHours(2);

    private Scenario() {}

    /** Names of the scenarios that come with the simulator. */
    public static final Set<String> NAMES = Set.of("empty", "small", "demo");

    /**
     * Reads a scenario.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static List<MeetingDescription> named(String name) {
        if (!NAMES.contains(name))
            throw new IllegalArgumentException("size is one of %s, not %s".formatted(NAMES, name));
        if (name.equals("empty")) return List.of();
        try (var in = Scenario.class.getResourceAsStream(name + ".json")) {
            return Json.MAPPER.readValue(Objects.requireNonNull(in, name), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That many meetings of generated files, of all active users, evenly spread over the time until two hours ago. */
    public static PlainMeetings plain(int count, Account account, long seed, Duration spread) {
        var hosts = account.users().stream()
                .filter(user -> user.status() == Status.ACTIVE)
                .toList();
        var between = Duration.ofMillis(Math.max(1, spread.toMillis() / Math.max(1, count)));
        var newest = account.clock().instant().minus(NEWEST);
        return new PlainMeetings(count, seed, newest, between, hosts);
    }
}
