package perennial.library.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import perennial.storage.ByteServing;
import perennial.storage.Composite;
import perennial.storage.StorageException;

/**
 * Remembers for a second which file a player was given, so that its next ranges cost no look at the database: a player
 * that starts or seeks asks for many at once. Only the same address with the very same cookies and token is answered from
 * memory. What changes through this node counts at once; what another node or a job changes, a second later at most.
 */
@Component
@Order(RecentlyGiven.BEFORE_SESSIONS)
class RecentlyGiven extends OncePerRequestFilter {
    /** Behind the security headers and the timers, before the session is read. */
    static final int BEFORE_SESSIONS = Ordered.HIGHEST_PRECEDENCE + 40;

    /** How long a right that was taken away on another node may still be used. */
    static final Duration KEPT = Duration.ofSeconds(1);

    private static final String ASKED = RecentlyGiven.class.getName();
    private static final int LARGEST = 4_000_000; // characters of keys, and a hundred for each piece
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final ByteServing serving;
    private final AtomicLong changes = new AtomicLong();
    private final Cache<Key, Given> recent;

    @Autowired
    RecentlyGiven(ByteServing serving) {
        this(serving, Ticker.systemTicker());
    }

    RecentlyGiven(ByteServing serving, Ticker ticker) {
        this.serving = serving;
        recent = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(KEPT)
                .maximumWeight(LARGEST)
                .weigher((Key key, Given given) ->
                        key.length() + 100 * given.bytes.pieces().size())
                .build();
    }

    /** Notes that whoever sent {@code in} was just allowed these bytes, to be shown in place. */
    void remember(HttpServletRequest in, Composite bytes, String contentType) {
        if (in.getAttribute(ASKED) instanceof Asking asking) {
            recent.put(asking.key, new Given(bytes, contentType, asking.change));
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest in, HttpServletResponse out, FilterChain chain)
            throws ServletException, IOException {
        if (!READING.contains(in.getMethod())) {
            try {
                chain.doFilter(in, out);
            } finally {
                changes.incrementAndGet();
            }
            return;
        }
        if (isOfView(in) && answered(in, out)) return;
        chain.doFilter(in, out);
    }

    private static boolean isOfView(HttpServletRequest in) {
        var path = in.getRequestURI();
        return path.startsWith("/media/") && path.endsWith(".mp4");
    }

    /** Answers from memory, or sees to it that the answer can be remembered. */
    private boolean answered(HttpServletRequest in, HttpServletResponse out) throws IOException {
        var asking = new Asking(Key.of(in), changes.get());
        var given = recent.getIfPresent(asking.key);
        if (given != null && given.change == asking.change) {
            try {
                serving.serve(given.bytes, given.contentType, null, in, out);
                return true;
            } catch (StorageException.Missing e) {
                recent.invalidate(asking.key); // nothing was sent: the usual way words it
            }
        }
        in.setAttribute(ASKED, asking);
        return false;
    }

    /** @param change how many changes this node had seen when the question came */
    private record Asking(Key key, long change) {}

    private record Given(Composite bytes, String contentType, long change) {}

    private record Key(
            String path,
            @Nullable String query,
            @Nullable String cookies,
            @Nullable String token) {
        static Key of(HttpServletRequest in) {
            return new Key(
                    in.getRequestURI(), in.getQueryString(), in.getHeader("Cookie"), in.getHeader("Authorization"));
        }

        int length() {
            return length(path) + length(query) + length(cookies) + length(token);
        }

        private static int length(@Nullable String text) {
            return text == null ? 0 : text.length();
        }
    }
}
