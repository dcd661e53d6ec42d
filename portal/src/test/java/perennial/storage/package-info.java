/** Tests of the module. */
@NullMarked
package perennial.storage;

import org.jspecify.annotations.NullMarked;
