/**
 * The one server the portal needs: PostgreSQL, either one of the operator's or one that this module starts and stops.
 *
 * <p>Everybody else sees a {@link javax.sql.DataSource}; the schema is brought up to date before the first query.
 */
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {})
@NullMarked
package perennial.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
