package perennial.zoom;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.jspecify.annotations.Nullable;
import perennial.net.InsideAddress;

/**
 * Fetches files. Zoom answers with the file or with a redirect to a CDN; each hop is judged by the {@link HostPolicy}
 * and, when it connects, by the {@link perennial.net.OutsideNames}.
 */
final class Downloader {
    private static final String DOING = "downloading a file";
    private static final int MOST_HOPS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final RequestConfig AS_IT_IS = RequestConfig.custom()
            .setContentCompressionEnabled(false)
            .setRedirectsEnabled(false)
            .build();

    private final HostPolicy policy;
    private final Tokens tokens;
    private final Http http;
    private final InstantSource clock;

    Downloader(HostPolicy policy, Tokens tokens, Http guarded, InstantSource clock) {
        this.policy = policy;
        this.tokens = tokens;
        this.http = guarded;
        this.clock = clock;
    }

    Download fetch(URI url, FileKind kind, long from, @Nullable String validator, ByteSink sink) throws IOException {
        var range = new ByteRange(from, validator);
        var token = tokens.current();
        boolean renewed = false;
        while (true) {
            try (var answer = open(url, range, token)) {
                if (answer.status() == 401 && !renewed) {
                    token = tokens.insteadOf(token);
                    renewed = true;
                } else if (range.completeBy(answer)) {
                    return new Download(range.from(), validator, "");
                } else if (range.missedBy(answer)) {
                    range = ByteRange.WHOLE;
                } else {
                    var part = answer.status() == 206 ? range : ByteRange.WHOLE;
                    check(answer, kind, part);
                    if (part.from() < from) sink.restart();
                    sink.begin(ByteRange.validator(answer));
                    return receive(answer, part, sink);
                }
            }
        }
    }

    /** Follows redirects; the answer is no redirect. */
    private Answer open(URI url, ByteRange range, Token token) {
        var here = url;
        for (int hop = 0; hop <= MOST_HOPS; hop++) {
            policy.check(here);
            var answer = connect(here, range, token);
            if (!REDIRECTS.contains(answer.status())) return answer;
            answer.close();
            var header = answer.header("Location");
            var location = header == null ? null : WebAddress.parse(header);
            if (location == null) throw new ZoomException.Unreadable(DOING, "it redirects to nowhere");
            here = here.resolve(location);
        }
        throw new ZoomException.Unreadable(DOING, "it redirects more than %d times".formatted(MOST_HOPS));
    }

    private Answer connect(URI url, ByteRange range, Token token) {
        var request = new HttpGet(url);
        request.setConfig(AS_IT_IS);
        request.setHeader("Authorization", "Bearer " + token.value());
        request.setHeader("Accept-Encoding", "identity");
        range.ask(request);
        try {
            return http.open(request);
        } catch (InsideAddress e) {
            throw new ZoomException.AddressRefused(url.getHost(), "that name leads inside the network");
        } catch (IOException e) {
            throw new ZoomException.Unavailable(DOING, Http.describe(e), e);
        }
    }

    /** Judged before the sink hears of it: a page must not cost what earlier attempts have fetched. */
    private void check(Answer answer, FileKind kind, ByteRange range) {
        int status = answer.status();
        if (status == 429) {
            throw new ZoomException.Throttled(DOING, RetryAfter.read(answer.reply(), clock.instant()));
        }
        if (status >= 500) throw new ZoomException.Unavailable(DOING, "it answers with HTTP " + status, null);
        var start = answer.start();
        if (status != 200 && status != 206) throw new ZoomException.NotAFile(Impostor.words(status, start));
        var encoding = answer.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new ZoomException.Unreadable(DOING, "it is compressed, though asked not to be");
        }
        if (range.strayedBy(answer)) throw new ZoomException.Unreadable(DOING, "it is a part nobody asked for");
        Impostor.check(answer.contentType(), kind, start, range.from() == 0);
    }

    private static Download receive(Answer answer, ByteRange range, ByteSink sink) throws IOException {
        long received = new Pipeline(sink, answer.length()).copy(answer.body());
        answer.readWhole();
        long total = range.from() + received;
        long announced = range.announced(answer);
        if (announced > total) throw new ZoomException.Cut(received, new EOFException("only a part was sent"));
        if (announced >= 0 && announced < total) throw new ZoomException.WrongLength(announced, total);
        return new Download(total, ByteRange.validator(answer), answer.contentType());
    }
}
