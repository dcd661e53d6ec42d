package perennial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import perennial.Browser;
import perennial.PortalTest;

@Import(ErrorPagesTest.FailingPages.class)
class ErrorPagesTest extends PortalTest {
    /** Pages that fail, under public addresses, and only here. */
    @Controller
    static class FailingPages {
        @GetMapping("/library/broken")
        String broken() {
            throw new IllegalStateException("password=hunter2 at jdbc:postgresql://db");
        }

        @GetMapping("/library/half")
        String half() {
            return "web/bare-error"; // its parameters are missing
        }

        @GetMapping("/library/refused")
        String refused() {
            throw PortalException.conflict("busy", "Someone else is <b>faster</b>", "Reload the page.");
        }
    }

    @Autowired
    JdbcClient jdbc;

    @Test
    void aServerErrorSaysWhatWasNotLostAndGivesANumberButNoSecrets() {
        try (var visitor = new Browser(this::at)) {
            var answer = visitor.get("/library/broken");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .contains("Something went wrong on our side")
                    .containsPattern("[0-9A-F]{4}-[0-9A-F]{4}")
                    .doesNotContain("hunter2", "Exception", "jdbc");
        }
    }

    @Test
    void aServerErrorIsToldWithoutTheDatabase() {
        try (var visitor = new Browser(this::at)) {
            jdbc.sql("alter table portal_setting rename to away").update();
            jdbc.sql("alter table person rename to away_too").update();

            var broken = visitor.get("/library/refused");
            var signIn = visitor.get("/sign-in");

            assertThat(signIn.statusCode()).isEqualTo(500);
            assertThat(signIn.body()).contains("Something went wrong on our side");
            assertThat(broken.statusCode()).isIn(409, 500);
            assertThat(broken.body()).contains("<h1>");
        } finally {
            jdbc.sql("alter table away rename to portal_setting").update();
            jdbc.sql("alter table away_too rename to person").update();
        }
    }

    @Test
    void aFailingTemplateIsAnErrorPageAndNotHalfAPage() {
        try (var visitor = new Browser(this::at)) {
            var answer = visitor.get("/library/half");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).startsWith("<!doctype html>").contains("Something went wrong on our side");
        }
    }

    @Test
    void aRefusalSaysItsSentenceAndNextStepEscaped() {
        try (var visitor = new Browser(this::at)) {
            var answer = visitor.get("/library/refused");

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body())
                    .contains("Someone else is &lt;b&gt;faster&lt;/b&gt;")
                    .contains("Reload the page.");
        }
    }

    @Test
    void aWrongMethodAndAWrongParameterHaveASentence() {
        try (var visitor = new Browser(this::at)) {
            var method = visitor.submit("/sign-in", "/library/refused", Map.of());
            var parameter = visitor.send(HttpRequest.newBuilder(at("/nonsense%00"))); // refused before any controller

            assertThat(method.statusCode()).isEqualTo(405);
            assertThat(method.body()).contains("This address does not take that");
            assertThat(parameter.statusCode()).isEqualTo(400);
            assertThat(parameter.body()).contains("This request could not be read");
        }
    }
}
