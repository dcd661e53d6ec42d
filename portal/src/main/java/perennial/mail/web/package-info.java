/** Pages and API of the module above. */
@NullMarked
package perennial.mail.web;

import org.jspecify.annotations.NullMarked;
