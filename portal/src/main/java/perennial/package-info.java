/** The portal's entry point. Everything else lives in the modules below this package. */
@NullMarked
package perennial;

import org.jspecify.annotations.NullMarked;
