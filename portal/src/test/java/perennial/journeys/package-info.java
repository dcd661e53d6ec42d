/** What a person does in a browser, from sign-in to a playing video. */
@NullMarked
package perennial.journeys;

import org.jspecify.annotations.NullMarked;
