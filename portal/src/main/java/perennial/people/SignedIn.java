package perennial.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A person who is signed in, for this one request: read from the database anew each time, so roles apply at once. */
class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Person person;
    private final @Nullable String theme;

    SignedIn(Person person, @Nullable String theme) {
        super(roles(person));
        this.person = person;
        this.theme = theme;
        setAuthenticated(true);
    }

    Person person() {
        return person;
    }

    @Nullable
    String theme() {
        return theme;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return person.id();
    }

    @Override
    public String getName() {
        return person.id().toString();
    }

    private static List<SimpleGrantedAuthority> roles(Person person) {
        return person.role().names().stream().map(SimpleGrantedAuthority::new).toList();
    }
}
