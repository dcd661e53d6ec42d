@NullMarked
package perennial.video.mp4;

import org.jspecify.annotations.NullMarked;
