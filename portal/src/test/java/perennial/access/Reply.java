package perennial.access;

import java.net.http.HttpResponse;

/**
 * What came back.
 *
 * @param location empty if there is none
 */
record Reply(int status, String location, String body) {
    static Reply of(HttpResponse<String> response) {
        return new Reply(
                response.statusCode(), response.headers().firstValue("Location").orElse(""), response.body());
    }

    boolean asksToSignIn() {
        return status == 401 || (status == 302 && location.matches("(http://[^/]+)?/sign-in(\\?.*)?"));
    }

    boolean letIn() {
        return !asksToSignIn() && status != 403 && status != 405 && status < 500;
    }
}
