@NullMarked
package perennial.hooks;

import org.jspecify.annotations.NullMarked;
