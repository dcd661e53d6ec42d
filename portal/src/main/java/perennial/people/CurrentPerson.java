package perennial.people;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/** The person whose request this thread serves: by session on pages, by bearer token in the API. */
@Service
public class CurrentPerson {
    public Optional<Person> find() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? Optional.of(signedIn.person())
                : Optional.empty();
    }

    /** Like {@link #find}, but a guest is sent to the sign-in page (in the API: 401). */
    public Person require() {
        return find().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("not signed in"));
    }

    /** Whether the request came with an API token, so that nobody can be asked for a password. */
    public boolean byToken() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                && signedIn.byToken();
    }

    /** Whether the request may do what takes this scope; with a session always. */
    boolean has(Scope scope) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                && signedIn.has(scope);
    }

    /** "light" or "dark" as chosen in the account; absent: the browser decides. */
    @Nullable
    String theme() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? signedIn.theme()
                : null;
    }
}
