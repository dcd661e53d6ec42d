/** The page of uploads, and the tus protocol over HTTP. */
@NullMarked
package perennial.upload.web;

import org.jspecify.annotations.NullMarked;
