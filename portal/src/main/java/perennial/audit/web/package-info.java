/** Pages and API of the module above. */
@NullMarked
package perennial.audit.web;

import org.jspecify.annotations.NullMarked;
