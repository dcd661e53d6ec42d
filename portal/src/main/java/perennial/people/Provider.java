package perennial.people;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;
import perennial.web.PublicAddress;

/**
 * The sign-in provider as Spring Security wants to know it. Its discovery document is read when somebody first signs in
 * with it: a provider that is away does not keep the portal from starting.
 */
@Component
class Provider implements ClientRegistrationRepository {
    static final String ID = "provider";
    static final String START = "/sign-in/" + ID;
    static final String RETURN = START + "/code";

    private final OidcProperties properties;
    private final PublicAddress address;
    private volatile @Nullable ClientRegistration registration;

    Provider(OidcProperties properties, PublicAddress address) {
        this.properties = properties;
        this.address = address;
    }

    boolean configured() {
        return properties.configured();
    }

    /** Null for any other id; throws an IllegalArgumentException while the provider cannot be asked. */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(ID) || !configured()) return null;
        var known = registration;
        if (known == null) registration = known = discover();
        return known;
    }

    private ClientRegistration discover() {
        return ClientRegistrations.fromIssuerLocation(Objects.requireNonNull(properties.issuer()))
                .registrationId(ID)
                .clientId(Objects.requireNonNull(properties.clientId()))
                .clientSecret(Objects.requireNonNull(properties.clientSecret()))
                .scope(properties.scopes())
                .redirectUri(address.of(RETURN).toString())
                .userNameAttributeName("sub")
                .build();
    }
}
