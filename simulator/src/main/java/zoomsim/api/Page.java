package zoomsim.api;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import zoomsim.http.ApiError;
import zoomsim.http.Refusal;
import zoomsim.http.Request;

/** The part of a list that one reply shows. */
record Page<T>(List<T> items, int size, int total, String nextToken) {
    static final int DEFAULT_SIZE = 30;

    static <T> Page<T> of(List<T> all, Request request, int maximum, PageTokens tokens) {
        int size = size(request, maximum);
        int from = Math.min(tokens.offset(request), all.size());
        int to = Math.min(from + size, all.size());
        return new Page<>(all.subList(from, to), size, all.size(), tokens.next(request, to, all.size()));
    }

    /** Adds the counts; all of them are 0 for an empty list, the page size too. */
    void describe(ObjectNode reply) {
        reply.put("page_count", (total + size - 1) / size);
        reply.put("page_size", total == 0 ? 0 : size);
        reply.put("total_records", total);
        reply.put("next_page_token", nextToken);
    }

    private static int size(Request request, int maximum) {
        try {
            int asked = request.parameter("page_size").map(Integer::parseInt).orElse(DEFAULT_SIZE);
            if (asked < 1) throw new Refusal(ApiError.validation("page_size"));
            return Math.min(asked, maximum);
        } catch (NumberFormatException e) {
            throw new Refusal(ApiError.validation("page_size"));
        }
    }
}
