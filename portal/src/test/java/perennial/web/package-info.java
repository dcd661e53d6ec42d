@NullMarked
package perennial.web;

import org.jspecify.annotations.NullMarked;
