/** Tests of the module. */
@NullMarked
package perennial.jobs;

import org.jspecify.annotations.NullMarked;
