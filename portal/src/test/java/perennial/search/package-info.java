@NullMarked
package perennial.search;

import org.jspecify.annotations.NullMarked;
