package perennial.zoom;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import perennial.net.OutsideNames;

/** The door to Zoom: gives the account that an access opens. Tokens are kept from call to call. */
@Component
public class Zoom implements DisposableBean {
    /** A Zoom that says nothing for a minute is gone. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private static final int ACCOUNTS_KEPT = 100;

    private final InstantSource clock;
    private final DnsResolver names;
    private final Duration silence;
    private final Http calls;
    private final Map<HostPolicy, Http> downloads = new ConcurrentHashMap<>();
    private final LinkedHashMap<ZoomAccess, ZoomAccount> accounts = new LinkedHashMap<>(16, 0.75f, true);

    @Autowired
    Zoom(ObjectProvider<Clock> clock) {
        this(clock.getIfUnique(Clock::systemUTC), SystemDefaultDnsResolver.INSTANCE, SILENCE);
    }

    Zoom(InstantSource clock, DnsResolver names, Duration silence) {
        this.clock = clock;
        this.names = names;
        this.silence = silence;
        this.calls = new Http(names, silence);
    }

    /** Outside of Spring: a client with the system's names. */
    public static Zoom with(InstantSource clock) {
        return new Zoom(clock, SystemDefaultDnsResolver.INSTANCE, SILENCE);
    }

    /** An account whose calls nobody spaces. */
    public ZoomAccount account(ZoomAccess access) {
        return account(access, CallBudget.NONE);
    }

    /**
     * Opens nothing yet: the first call asks for a token. The same access gives the same account while it is in use, with
     * the budget it was opened with.
     */
    public ZoomAccount account(ZoomAccess access, CallBudget budget) {
        synchronized (accounts) {
            var account = accounts.computeIfAbsent(access, each -> open(each, budget));
            if (accounts.size() > ACCOUNTS_KEPT)
                accounts.remove(accounts.firstEntry().getKey());
            return account;
        }
    }

    private ZoomAccount open(ZoomAccess access, CallBudget budget) {
        var tokens = switch (access.credentials()) {
            case ZoomCredentials.ServerToServer app -> new Tokens(new TokenRequest(app, access, calls, clock), clock);
            case ZoomCredentials.Jwt app -> new Tokens(new JwtMaker(app, clock), clock);
        };
        var policy = HostPolicy.of(access.apiUrl());
        var guarded = downloads.computeIfAbsent(
                policy, hosts -> new Http(new OutsideNames(names, hosts::isApiHost), silence));
        return new ZoomAccount(
                access,
                new Api(access.apiUrl(), tokens, calls, budget, clock),
                tokens,
                new Downloader(policy, tokens, guarded, clock),
                clock);
    }

    @Override
    public void destroy() throws IOException {
        calls.close();
        for (var each : downloads.values()) each.close();
    }
}
