/**
 * The frame around every page: layout, menu, error pages, security headers, live updates, dates in the viewer's
 * zone, and the description of the API. Uses no other module; menu, brand and viewer come in through {@link perennial.web.MenuEntries}, {@link
 * perennial.web.Brand} and {@link perennial.web.Viewers}.
 */
@ApplicationModule(
        displayName = "Web frame",
        allowedDependencies = {})
@NullMarked
package perennial.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
