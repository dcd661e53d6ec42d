package zoomsim.api;

import java.util.List;
import zoomsim.account.Account;
import zoomsim.auth.Bearer;
import zoomsim.auth.Scopes;
import zoomsim.auth.Tokens;
import zoomsim.auth.Tokens.Judgement;
import zoomsim.http.ApiError;
import zoomsim.http.Handler;
import zoomsim.http.Reply;
import zoomsim.http.Request;

/** Zoom's REST API: everything below {@code /v2}. */
public final class RestApi implements Handler {
    public static final String PATH = "/v2";

    private final Tokens tokens;
    private final List<Route> routes;

    public RestApi(Account account, Tokens tokens, Addresses addresses) {
        this.tokens = tokens;
        var pages = new PageTokens(account.clock());
        var json = new RecordingJson(account, addresses);
        var users = new UserOperations(account, pages);
        var lists = new RecordingLists(account, json, pages);
        var recordings = new RecordingOperations(account, json, tokens);
        var light = RateLabel.LIGHT;
        var medium = RateLabel.MEDIUM;
        this.routes = List.of(
                new Route("GET", "/users", medium, Scopes.LIST_USERS, users::list),
                new Route("GET", "/users/{}", light, Scopes.READ_USER, users::one),
                new Route("GET", "/users/{}/settings", medium, Scopes.READ_SETTINGS, users::settings),
                new Route("GET", "/users/{}/recordings", medium, Scopes.LIST_USER_RECORDINGS, lists::ofUser),
                new Route("GET", "/accounts/{}/recordings", medium, Scopes.LIST_ACCOUNT_RECORDINGS, lists::ofAccount),
                new Route("GET", "/meetings/{}/recordings", light, Scopes.READ_RECORDING, recordings::get),
                new Route("DELETE", "/meetings/{}/recordings", light, Scopes.DELETE_RECORDING, recordings::delete),
                new Route("DELETE", "/meetings/{}/recordings/{}", light, Scopes.DELETE_FILE, recordings::deleteFile),
                new Route(
                        "PUT", "/meetings/{}/recordings/status", light, Scopes.RECOVER_RECORDING, recordings::recover),
                new Route(
                        "PUT",
                        "/meetings/{}/recordings/{}/status",
                        light,
                        Scopes.RECOVER_FILE,
                        recordings::recoverFile));
    }

    @Override
    public Reply handle(Request request) {
        var judgement = Bearer.of(request).map(tokens::judge).orElseGet(Judgement.Unknown::new);
        return switch (judgement) {
            case Judgement.Unknown _ -> ApiError.NO_TOKEN.reply();
            case Judgement.Expired _ -> ApiError.TOKEN_EXPIRED.reply();
            case Judgement.Valid valid -> route(request, valid);
        };
    }

    RateLabel label(Request request) {
        return routes.stream()
                .filter(route -> route.match(request.method(), path(request)).isPresent())
                .map(Route::label)
                .findFirst()
                .orElse(RateLabel.LIGHT);
    }

    private Reply route(Request request, Judgement.Valid token) {
        for (var route : routes) {
            var variables = route.match(request.method(), path(request));
            if (variables.isEmpty()) continue;
            if (!token.allows(route.anyScope()))
                return ApiError.missingScope(route.anyScope()).reply();
            return route.operation().answer(request, variables.get());
        }
        return unknown(request).reply();
    }

    /** A meeting's uuid with bare slashes in it makes a path that leads nowhere. */
    private static ApiError unknown(Request request) {
        return path(request).startsWith("/meetings/") ? ApiError.NO_RECORDING : ApiError.UNKNOWN_ENDPOINT;
    }

    private static String path(Request request) {
        return request.path().substring(PATH.length());
    }
}
