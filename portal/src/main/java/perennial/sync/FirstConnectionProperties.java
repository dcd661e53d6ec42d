package perennial.sync;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * A connection that a portal without any gets at its start, for demonstrations and automated set-ups. From then on the
 * page and the API change it; this is not read again.
 *
 * @param accountId absent: none is made
 * @param id its id, so that its webhook address is known beforehand; absent: any
 * @param oauthUrl absent: commercial Zoom
 */
@ConfigurationProperties("perennial.zoom.connection")
record FirstConnectionProperties(
        @Nullable UUID id,
        @Nullable String name,
        @Nullable String accountId,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String webhookSecret,
        @Nullable String oauthUrl,
        @Nullable String apiUrl,
        @Nullable String fetchFrom,
        @Nullable String publishStatus,
        @Nullable String publishAs,
        boolean enabled) {
    @Override
    public String toString() {
        return "FirstConnectionProperties[accountId=%s]".formatted(accountId);
    }
}
