/** The watch page and what its modules send back. */
@NullMarked
package perennial.watch.web;

import org.jspecify.annotations.NullMarked;
