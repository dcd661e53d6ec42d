@NullMarked
package perennial.settings;

import org.jspecify.annotations.NullMarked;
