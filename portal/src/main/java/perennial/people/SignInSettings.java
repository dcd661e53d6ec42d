package perennial.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;
import perennial.web.PortalException;

/** By what people sign in: a password, the provider, or both. */
@Service
public class SignInSettings {
    private final JdbcClient jdbc;
    private final OidcProperties provider;
    private final AuditLog audit;

    SignInSettings(JdbcClient jdbc, OidcProperties provider, AuditLog audit) {
        this.jdbc = jdbc;
        this.provider = provider;
        this.audit = audit;
    }

    /** Whether a sign-in provider is configured. */
    public boolean provider() {
        return provider.configured();
    }

    /** What the button says after "Sign in with". */
    public String providerLabel() {
        return provider.label();
    }

    /** The provider's address; empty without one. */
    public String providerAddress() {
        var issuer = provider.issuer();
        return issuer == null ? "" : issuer;
    }

    /** Whether passwords sign in. Without a provider they always do: that is the way back in. */
    public boolean passwords() {
        return !provider()
                || jdbc.sql("select passwords from sign_in_setting")
                        .query(Boolean.class)
                        .single();
    }

    /** Whether this person has signed in with the provider before, and so can again. */
    public boolean linked(Person person) {
        return jdbc.sql("select exists (select 1 from person_login where person = :person and issuer = :issuer)")
                .param("person", person.id().value())
                .param("issuer", providerAddress())
                .query(Boolean.class)
                .single();
    }

    /**
     * Switches passwords on or off. Nobody switches off what they need themselves.
     *
     * @throws PortalException if {@code actor} cannot sign in without a password
     */
    @Transactional
    public void passwords(Person actor, boolean on) {
        if (!on && !(provider() && linked(actor))) {
            throw PortalException.conflict(
                    "would-lock-out",
                    "You could not sign in any more",
                    "Sign in with the provider once yourself, then switch passwords off.");
        }
        int changed = jdbc.sql("update sign_in_setting set passwords = :on where passwords <> :on")
                .param("on", on)
                .update();
        if (changed == 1) audit.record(actor.email(), "people.passwords-switched", "Sign-in", on ? "on" : "off");
    }
}
