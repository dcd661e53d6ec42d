/** The Managers' pages of webhooks, and their part of the API. */
@NullMarked
package perennial.hooks.web;

import org.jspecify.annotations.NullMarked;
