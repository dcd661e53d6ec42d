/** Tests of the module. */
@NullMarked
package perennial.video;

import org.jspecify.annotations.NullMarked;
