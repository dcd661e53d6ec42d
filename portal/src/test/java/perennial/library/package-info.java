@NullMarked
package perennial.library;

import org.jspecify.annotations.NullMarked;
