/** Tests of the module. */
@NullMarked
package perennial.database;

import org.jspecify.annotations.NullMarked;
