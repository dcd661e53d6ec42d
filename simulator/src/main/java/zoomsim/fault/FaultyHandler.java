package zoomsim.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zoomsim.cdn.HostOnlyPage;
import zoomsim.http.ApiError;
import zoomsim.http.Body;
import zoomsim.http.Handler;
import zoomsim.http.Reply;
import zoomsim.http.Request;

/** Lets the waiting faults happen to what another handler would answer. */
public record FaultyHandler(Faults faults, Handler next) implements Handler {
    @Override
    public Reply handle(Request request) {
        var met = faults.take(request);
        if (met.isEmpty()) return next.handle(request);
        return reply(request, met);
    }

    private Reply reply(Request request, List<Fault> met) {
        var asked = request;
        for (var fault : met) {
            if (fault instanceof Fault.Stall(long afterBytes, Duration time) && afterBytes == 0) Pause.of(time);
            if (fault instanceof Fault.IgnoreRange) asked = request.without("Range");
            var instead = instead(fault);
            if (instead != null) return instead;
        }
        var reply = next.handle(asked);
        for (var fault : met) {
            if (fault instanceof Fault.ChangedETag && reply.headers().containsKey("ETag")) {
                reply = reply.with("ETag", "\"changed-%d\"".formatted(System.nanoTime()));
            }
            if (fault instanceof Fault.WrongLength(long by))
                reply = reply.with(FaultyBody.announcing(reply.body(), by));
            if (fault instanceof Fault.LostAnswer) reply = reply.with(Body.LOST);
            if (changesBody(fault)) reply = reply.with(FaultyBody.of(reply.body(), fault));
        }
        return reply;
    }

    private static boolean changesBody(Fault fault) {
        return fault instanceof Fault.Cut
                || fault instanceof Fault.Throttle
                || (fault instanceof Fault.Stall stall && stall.afterBytes() > 0);
    }

    private static @Nullable Reply instead(Fault fault) {
        return switch (fault) {
            case Fault.TooManyRequests(@Nullable Instant retryAfter) -> tooMany(retryAfter);
            case Fault.ServerError(int status) -> Reply.empty(status);
            case Fault.UnknownUser _ -> ApiError.noUser("the host").reply();
            case Fault.TokenExpired _ -> ApiError.TOKEN_EXPIRED.reply();
            case Fault.PageTokenExpired _ -> ApiError.STALE_PAGE_TOKEN.reply();
            case Fault.HtmlPage _ -> HostOnlyPage.reply();
            case Fault.LostAnswer _,
                    Fault.WrongLength _,
                    Fault.ChangedETag _,
                    Fault.Cut _,
                    Fault.Stall _,
                    Fault.Throttle _,
                    Fault.IgnoreRange _ -> null;
        };
    }

    private static Reply tooMany(@Nullable Instant retryAfter) {
        if (retryAfter == null) {
            return ApiError.TOO_MANY_PER_SECOND
                    .reply()
                    .with(Map.of("X-RateLimit-Type", "QPS", "X-RateLimit-Remaining", "0"));
        }
        return ApiError.TOO_MANY_PER_DAY
                .reply()
                .with(Map.of(
                        "X-RateLimit-Type",
                        "Daily-limit",
                        "X-RateLimit-Remaining",
                        "0",
                        "Retry-After",
                        retryAfter.truncatedTo(ChronoUnit.SECONDS).toString()));
    }
}
