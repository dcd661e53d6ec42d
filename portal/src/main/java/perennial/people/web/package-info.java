/** Pages and API of the module above. */
@NullMarked
package perennial.people.web;

import org.jspecify.annotations.NullMarked;
