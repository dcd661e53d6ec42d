@NullMarked
package perennial.upload;

import org.jspecify.annotations.NullMarked;
