/** The search page, what appears while somebody types, and the fields both share. */
@NullMarked
package perennial.search.web;

import org.jspecify.annotations.NullMarked;
