package perennial.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "perennial.public-url=https://video.example.org/")
class SessionCookieTest extends PeopleTest {
    @Test
    void isLockedToHttpsWhereThePortalIsReachedByIt() {
        var answer = visitor.get("/sign-in");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("__Host-perennial=")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void isNotGivenToThoseWhoNeedNone() {
        for (var path : new String[] {"/assets/perennial.css", "/people", "/set-up/none", "/actuator/health"}) {
            assertThat(visitor.send(HttpRequest.newBuilder(at(path))).headers().firstValue("Set-Cookie"))
                    .as(path)
                    .isEmpty();
        }
    }
}
