/** The review page and the API's decisions. */
@NullMarked
package perennial.review.web;

import org.jspecify.annotations.NullMarked;
