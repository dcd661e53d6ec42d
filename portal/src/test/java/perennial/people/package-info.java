@NullMarked
package perennial.people;

import org.jspecify.annotations.NullMarked;
