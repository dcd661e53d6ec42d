package perennial.people;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A person who is signed in, for this one request: read from the database anew each time, so roles apply at once. */
class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Person person;
    private final @Nullable String theme;
    private final transient Set<Scope> scopes;
    private final boolean byToken;

    /** By session: good for everything the person may. */
    SignedIn(Person person, @Nullable String theme) {
        this(person, theme, Set.of(Scope.ADMIN), false);
    }

    /**
     * By token.
     *
     * @param scopes what the token they came with is good for
     */
    SignedIn(Person person, @Nullable String theme, Set<Scope> scopes) {
        this(person, theme, scopes, true);
    }

    private SignedIn(Person person, @Nullable String theme, Set<Scope> scopes, boolean byToken) {
        super(roles(person));
        this.person = person;
        this.theme = theme;
        this.scopes = Set.copyOf(scopes);
        this.byToken = byToken;
        setAuthenticated(true);
    }

    Person person() {
        return person;
    }

    boolean byToken() {
        return byToken;
    }

    boolean has(Scope scope) {
        return scope.in(scopes);
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
