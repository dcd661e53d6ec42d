/** Tests of the module. */
@NullMarked
package perennial.secrets;

import org.jspecify.annotations.NullMarked;
