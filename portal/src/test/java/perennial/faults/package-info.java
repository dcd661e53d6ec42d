/** Faults that only a real process, a real kill or a real cut connection can show. */
@NullMarked
package perennial.faults;

import org.jspecify.annotations.NullMarked;
