/** The Zoom app's pages over real HTTP. */
@NullMarked
package perennial.sync.web;

import org.jspecify.annotations.NullMarked;
