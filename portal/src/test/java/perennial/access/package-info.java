/** Who may open what: every address of the portal against every role and every state of a video. */
@NullMarked
package perennial.access;

import org.jspecify.annotations.NullMarked;
