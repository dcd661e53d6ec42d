package zoomsim.http;

import java.util.List;

/** A refusal in Zoom's words: HTTP status, Zoom's own code, and a message. */
public record ApiError(int status, int code, String message) {
    public static final ApiError NO_TOKEN = new ApiError(401, 124, "Invalid access token.");
    public static final ApiError TOKEN_EXPIRED = new ApiError(401, 124, "Access token is expired.");
    public static final ApiError NO_RECORDING = new ApiError(404, 3301, "There is no recording for this meeting.");
    public static final ApiError NOT_FINISHED = new ApiError(400, 3303, "You can not delete an uncompleted meeting.");
    public static final ApiError STALE_PAGE_TOKEN =
            new ApiError(400, 300, "The next page token is invalid or expired.");
    public static final ApiError UNKNOWN_ENDPOINT = new ApiError(400, 2300, "This API endpoint is not recognized.");
    public static final ApiError NO_INVITATION =
            new ApiError(400, 1120, "A valid invitation to join the Zoom account was not found for this user.");
    public static final ApiError TOO_MANY_PER_SECOND =
            new ApiError(429, 429, "You have reached the maximum per-second rate limit for this API. Try again later.");
    public static final ApiError TOO_MANY_PER_DAY = new ApiError(
            429,
            429,
            "You have reached the maximum daily rate limit for this API. Refer to the response header for details on"
                    + " when you can make another request.");

    public static ApiError noUser(String asked) {
        return new ApiError(404, 1001, "User does not exist: %s.".formatted(asked));
    }

    public static ApiError noAccount(String asked) {
        return new ApiError(400, 1010, "User not found on this account: %s.".formatted(asked));
    }

    /**
     * The token does not allow this.
     *
     * @param anyOf each of them would do
     */
    public static ApiError missingScope(List<String> anyOf) {
        return new ApiError(
                400, 4711, "Invalid access token, does not contain scopes:[%s].".formatted(String.join(", ", anyOf)));
    }

    public Reply reply() {
        return Reply.json(status, Json.object().put("code", code).put("message", message));
    }

    /** The reply to a request with a bad field. */
    public static Reply validation(String field) {
        var body = Json.object().put("code", 300).put("message", "Validation Failed.");
        body.putArray("errors").addObject().put("field", field).put("message", "Invalid field.");
        return Reply.json(400, body);
    }
}
