@NullMarked
package zoomsim.media;

import org.jspecify.annotations.NullMarked;
