package perennial.library.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import perennial.PortalTest;
import perennial.library.LibraryFixture;
import perennial.storage.ByteServing;
import perennial.storage.Composite;

/** Who may have the bytes is asked once a second, and at once after a change. */
@Import(LibraryFixture.class)
class RecentlyGivenTest extends PortalTest {
    private static final String VIEW = "/media/5eed/views/gallery_view.mp4";

    @Autowired
    private ByteServing serving;

    @Autowired
    private LibraryFixture fixture;

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private RecentlyGiven recently;
    private Composite bytes;

    @BeforeEach
    void forget() {
        recently = new RecentlyGiven(serving, nanos::get);
        bytes = Composite.of(fixture.blob("hello"));
    }

    @Test
    void asksOnceASecond() throws Exception {
        assertThat(get(VIEW, "perennial=a").getContentAsString()).isEqualTo("ell");
        var again = get(VIEW, "perennial=a");

        assertThat(again.getStatus()).isEqualTo(206);
        assertThat(again.getContentAsString()).isEqualTo("ell");
        assertThat(again.getContentType()).isEqualTo("video/mp4");
        assertThat(asked).hasValue(1);

        nanos.addAndGet(RecentlyGiven.KEPT.plus(Duration.ofMillis(1)).toNanos());
        get(VIEW, "perennial=a");
        assertThat(asked).hasValue(2);
    }

    @Test
    void asksForEverybodyAndEveryAddressAnew() throws Exception {
        get(VIEW, "perennial=a");
        get(VIEW, "perennial=b");
        get(VIEW, null);
        get(VIEW + "?download", "perennial=a");
        get(VIEW.replace("gallery", "speaker"), "perennial=a");

        assertThat(asked).hasValue(5);
    }

    @Test
    void asksAnewAfterAnyChangeThroughThisNode() throws Exception {
        get(VIEW, "perennial=a");
        change();
        get(VIEW, "perennial=a");

        assertThat(asked).hasValue(2);
    }

    @Test
    void keepsNoAnswerThatAChangeOvertook() throws Exception {
        FilterChain overtaken = (in, out) -> {
            change();
            recently.remember((MockHttpServletRequest) in, bytes, "video/mp4");
        };
        recently.doFilter(request("GET", VIEW, "perennial=a"), new MockHttpServletResponse(), overtaken);
        get(VIEW, "perennial=a");

        assertThat(asked).hasValue(1);
    }

    /** One range, which those behind the filter allow. */
    private MockHttpServletResponse get(String address, @Nullable String cookies) throws Exception {
        var answer = new MockHttpServletResponse();
        recently.doFilter(request("GET", address, cookies), answer, (in, out) -> {
            asked.incrementAndGet();
            recently.remember((MockHttpServletRequest) in, bytes, "video/mp4");
            serving.serve(bytes, "video/mp4", null, (MockHttpServletRequest) in, (MockHttpServletResponse) out);
        });
        return answer;
    }

    private void change() {
        try {
            recently.doFilter(request("POST", "/sign-out", null), new MockHttpServletResponse(), (in, out) -> {});
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static MockHttpServletRequest request(String method, String address, @Nullable String cookies) {
        var parts = address.split("\\?", 2);
        var request = new MockHttpServletRequest(method, parts[0]);
        if (parts.length > 1) request.setQueryString(parts[1]);
        if (cookies != null) request.addHeader("Cookie", cookies);
        request.addHeader("Range", "bytes=1-3");
        return request;
    }
}
