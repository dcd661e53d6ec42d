package zoomsim.showcase;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The people of the company in the portal, each with a token to act by.
 *
 * @param byEmail their API, by e-mail address
 */
record Staff(Map<String, PortalApi> byEmail) {
    private static final Duration TOKENS_LAST = Duration.ofHours(1);

    /** Makes the accounts, all with {@code password}, and the groups. */
    static Staff hire(PortalApi administrator, Company company, String password) {
        var apis = new LinkedHashMap<String, PortalApi>();
        for (var one : company.people()) {
            var made = administrator.send(
                    "POST",
                    "/api/v1/people",
                    Map.of("email", one.email(), "name", one.name(), "role", one.role(), "password", password));
            var token = administrator.send(
                    "POST",
                    "/api/v1/people/" + made.get("id").asString() + "/tokens",
                    Map.of(
                            "name", "Filling the demo",
                            "scopes", List.of("read", "write"),
                            "expires",
                                    Instant.now()
                                            .plus(TOKENS_LAST)
                                            .truncatedTo(ChronoUnit.SECONDS)
                                            .toString()));
            apis.put(one.email(), administrator.as(token.get("token").asString()));
        }
        for (var one : company.invited()) {
            administrator.send(
                    "POST", "/api/v1/people", Map.of("email", one.email(), "name", one.name(), "role", one.role()));
        }
        for (var group : company.groups()) {
            administrator.send("POST", "/api/v1/groups", Map.of("name", group.name(), "people", group.people()));
        }
        return new Staff(apis);
    }

    PortalApi as(String email) {
        return Objects.requireNonNull(byEmail.get(email), email);
    }
}
