package perennial.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Name, colour and logo of the portal, as a Manager sets them. */
class BrandingTest extends PeopleTest {
    private static final String PAGE = "/settings/branding";
    private static final Pattern LOGO = Pattern.compile("src=\"(/brand/[0-9a-f]+\\.png)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @BeforeEach
    void manager() {
        person("mara@example.org", Role.MANAGER);
        visitor.signIn("mara@example.org", PASSWORD);
    }

    @AfterEach
    void asBefore() {
        jdbc.sql("update portal_brand set accent = 'fern', logo = null, logo_key = null")
                .update();
    }

    @Test
    void theColourIsOnEveryPage() {
        visitor.submit(PAGE, PAGE, Map.of("accent", "plum"));

        assertThat(visitor.get("/library").body()).contains("data-accent=\"plum\"");
        assertThat(visitor.submit(PAGE, PAGE, Map.of("accent", "red;}body{display:none"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theLogoIsShownToGuestsTooAndTakenAwayAgain() throws IOException {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(200, 50, BufferedImage.TYPE_INT_RGB), "png", picture);

        assertThat(upload(picture.toByteArray()).statusCode()).isEqualTo(302);
        visitor.post("/sign-out", Map.of(), token("/account"));
        var address = LOGO.matcher(visitor.get("/sign-in").body());
        assertThat(address.find()).isTrue();
        var logo = visitor.get(address.group(1));
        assertThat(logo.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(logo.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");

        visitor.signIn("mara@example.org", PASSWORD);
        visitor.submit(PAGE, PAGE + "/no-logo", Map.of());
        assertThat(visitor.get(address.group(1)).statusCode()).isEqualTo(404);
    }

    @Test
    void aFileThatIsNoPictureIsRefusedWithASentence() {
        var answer = upload("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Use a PNG or JPEG picture.");
    }

    private HttpResponse<String> upload(byte[] file) {
        var boundary = "----boundary";
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token(PAGE)
                        + "\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"logo\"; filename=\"../x.html\"\r\n"
                        + "Content-Type: text/html\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return visitor.send(HttpRequest.newBuilder(at(PAGE + "/logo"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private String token(String page) {
        var found = CSRF.matcher(visitor.get(page).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
