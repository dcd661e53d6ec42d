/** The Zoom app's pages and its part of the API. */
@NullMarked
package perennial.sync.web;

import org.jspecify.annotations.NullMarked;
