/** What the tests of all modules share. */
@NullMarked
package perennial;

import org.jspecify.annotations.NullMarked;
