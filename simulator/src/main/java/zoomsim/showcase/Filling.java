package zoomsim.showcase;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import zoomsim.media.TalkStudio;

/** Fills one portal, once. */
public final class Filling {
    private static final int TALKS_AT_ONCE = 4;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int MOST_LOOKS = 180;

    private final PortalApi administrator;
    private final TalkStudio studio;
    private final Company company = Company.northwind();

    /**
     * @param portal scheme, host and port
     * @param token of an Administrator, good for everything
     * @param films where films are kept between two fillings
     */
    public Filling(URI portal, String token, Path films) {
        this.administrator = new PortalApi(portal, HttpClient.newHttpClient(), token);
        this.studio = new TalkStudio(films);
    }

    /** Whether the portal has what a filling begins with: then it is filled, was filled in part, or is somebody's own. */
    public boolean isFilled() {
        return !administrator.get("/api/v1/categories").get("items").isEmpty();
    }

    /**
     * Makes people and talks.
     *
     * @param password of all people
     * @param connection of the Zoom app, to be switched on as soon as its hosts have accounts; null for none
     * @param talks how many at most: the newest, and some of each state
     * @return how many talks there are
     */
    public int fill(String password, @Nullable String connection, int talks) {
        var staff = people(password, connection);
        var bringing = new Bringing(studio, company, staff, administrator);
        var chosen = chosen(talks);
        var judged = chosen.stream().filter(Talk::moderated).toList();
        var rest = chosen.stream().filter(talk -> !talk.moderated()).toList();
        if (connection == null) moderated(bringing, judged);
        each(rest, bringing::bring);
        if (connection != null) {
            awaitSync(connection);
            moderated(bringing, judged);
        }
        return chosen.size();
    }

    private Staff people(String password, @Nullable String connection) {
        try {
            for (var name : company.categories()) {
                administrator.send("POST", "/api/v1/categories", Map.of("name", name));
            }
            return Staff.hire(administrator, company, password);
        } finally {
            if (connection != null) administrator.send("PATCH", zoom(connection), Map.of("enabled", true));
        }
    }

    private static List<Talk> chosen(int most) {
        var newest = Company.talks().stream()
                .sorted(Comparator.comparing(Talk::published).thenComparingInt(Talk::daysAgo))
                .toList();
        return newest.size() <= most
                ? newest
                : newest.stream()
                        .filter(talk -> talk.published() || "rejected".equals(talk.state()))
                        .limit(most)
                        .toList();
    }

    /** Brings talks while moderation is on, for as short as can be: what else comes in meanwhile waits for review, too. */
    private void moderated(Bringing bringing, List<Talk> talks) {
        each(talks, bringing::film);
        var before =
                administrator.get("/api/v1/settings").get("contentModeration").asBoolean();
        administrator.send("PATCH", "/api/v1/settings", Map.of("contentModeration", true));
        try {
            each(talks, bringing::bring);
        } finally {
            administrator.send("PATCH", "/api/v1/settings", Map.of("contentModeration", before));
        }
    }

    /** Until the first sync has ended, so that nothing of Zoom's is taken for moderated. */
    private void awaitSync(String connection) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            var status = administrator.get(zoom(connection) + "/status");
            boolean began = !status.path("lastSyncedAttempt").isNull();
            if (began && !status.get("syncProcess").asString().equals("running")) return;
            PortalApi.pause(BETWEEN_LOOKS);
        }
    }

    private static String zoom(String connection) {
        return "/api/v1/zoom/connections/" + connection;
    }

    private static void each(List<Talk> talks, Consumer<Talk> work) {
        try (var workers = Executors.newFixedThreadPool(TALKS_AT_ONCE)) {
            var all = talks.stream()
                    .map(talk -> CompletableFuture.runAsync(() -> work.accept(talk), workers))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).join();
        }
    }
}
