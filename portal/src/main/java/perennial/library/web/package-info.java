/** The library's pages, its routes that give out bytes, and its part of the API. */
@NullMarked
package perennial.library.web;

import org.jspecify.annotations.NullMarked;
