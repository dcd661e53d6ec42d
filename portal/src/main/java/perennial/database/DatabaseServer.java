package perennial.database;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL to connect to. Closing it stops it if we started it. */
interface DatabaseServer extends AutoCloseable {
    /** For JDBC. */
    String url();

    @Nullable
    String username();

    @Nullable
    String password();

    /** Name and password, as the driver wants them; without those that are not given. */
    default Properties login() {
        var login = new Properties();
        var name = username();
        if (name != null) login.setProperty("user", name);
        var word = password();
        if (word != null) login.setProperty("password", word);
        return login;
    }

    @Override
    void close();
}
