@NullMarked
package perennial.review;

import org.jspecify.annotations.NullMarked;
