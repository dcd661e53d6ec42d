@NullMarked
package perennial.mail;

import org.jspecify.annotations.NullMarked;
