package perennial.zoom;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Everybody of an account: three lists, one a status, each in pages. Nobody is told twice. */
final class UserListing {
    private static final String DOING = "listing the users";
    private static final List<String> STATUSES = List.of("active", "inactive", "pending");
    private static final String PAGE_SIZE = "300";
    private static final int BEGINNINGS = 3;

    private final Api api;
    private final Consumer<ZoomUser> each;
    private final Set<String> told = new HashSet<>();

    UserListing(Api api, Consumer<ZoomUser> each) {
        this.api = api;
        this.each = each;
    }

    void run() {
        for (var status : STATUSES) list(status, BEGINNINGS);
    }

    /** A page token that expires half-way only means to begin again. */
    private void list(String status, int beginnings) {
        try {
            pages(status);
        } catch (ZoomException.PageTokenExpired e) {
            if (beginnings <= 1) throw e;
            list(status, beginnings - 1);
        }
    }

    private void pages(String status) {
        var seen = new HashSet<Map<String, String>>();
        Map<String, String> where = Map.of();
        while (where != null) {
            if (!seen.add(where)) throw new ZoomException.Unreadable(DOING, "its pages go in a circle");
            var query = new LinkedHashMap<>(Map.of("status", status, "page_size", PAGE_SIZE));
            query.putAll(where);
            var page = api.list(DOING, "/users", query, "users");
            page.path("users").forEach(user -> tell(user, status));
            where = next(page);
        }
    }

    /** Servers without page tokens count their pages. */
    private static @Nullable Map<String, String> next(JsonNode page) {
        var token = Fields.text(page, Api.PAGE_TOKEN);
        if (!token.isBlank()) return Map.of(Api.PAGE_TOKEN, token);
        int number = Fields.smallNumber(page, "page_number");
        boolean counts = !page.has(Api.PAGE_TOKEN) && number > 0 && number < Fields.smallNumber(page, "page_count");
        return counts ? Map.of("page_number", String.valueOf(number + 1)) : null;
    }

    private void tell(JsonNode node, String status) {
        var user = user(node, status);
        var key = user.id() == null ? user.email().toLowerCase(Locale.ROOT) : user.id();
        if (!key.isBlank() && told.add(key)) each.accept(user);
    }

    /** @param status where the entry itself gives none */
    static ZoomUser user(JsonNode node, String status) {
        var first = Fields.text(node, "first_name").strip();
        var last = Fields.text(node, "last_name").strip();
        var shown = Fields.text(node, "display_name").strip();
        var own = Fields.text(node, "status");
        return new ZoomUser(
                Fields.textOrNull(node, "id"),
                Fields.text(node, "email").strip(),
                first,
                last,
                shown.isEmpty() ? (first + " " + last).strip() : shown,
                own.isBlank() ? status : own,
                Fields.textOrNull(node, "timezone"),
                Fields.textOrNull(node, "language"),
                Fields.smallNumber(node, "type"));
    }
}
