/** The library's pages, its routes that give out bytes, and its part of the API. */
@NamedInterface("web")
@NullMarked
package perennial.library.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
