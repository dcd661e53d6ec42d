@NullMarked
package perennial.sync;

import org.jspecify.annotations.NullMarked;
