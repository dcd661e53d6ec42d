@NullMarked
package perennial.audit;

import org.jspecify.annotations.NullMarked;
