/** Who may ask: credentials of the simulated app, access tokens and what they allow. */
@NullMarked
package zoomsim.auth;

import org.jspecify.annotations.NullMarked;
