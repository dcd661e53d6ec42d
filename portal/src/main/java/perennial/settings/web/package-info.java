/** Pages and API of the module above. */
@NullMarked
package perennial.settings.web;

import org.jspecify.annotations.NullMarked;
