@NullMarked
package perennial.watch;

import org.jspecify.annotations.NullMarked;
