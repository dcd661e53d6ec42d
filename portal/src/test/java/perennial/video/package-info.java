@NullMarked
package perennial.video;

import org.jspecify.annotations.NullMarked;
