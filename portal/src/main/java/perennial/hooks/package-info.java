/**
 * Webhooks that go out: other programs are told what happens here, signed, at addresses that Managers name.
 *
 * <p>Modules say what happens by application events, in the transaction of the change. {@code Announcements} writes a row for each
 * address that wants to know, in that same transaction; the job {@code hooks.deliver} sends it, again and again for about a day. A message
 * says which thing it is about and where it is, not what it holds: that is asked by the API, under the receiver's own rights.
 */
@ApplicationModule(
        displayName = "Webhooks",
        allowedDependencies = {"net", "web", "jobs", "people", "secrets", "audit", "library", "watch", "sync"})
@NullMarked
package perennial.hooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
