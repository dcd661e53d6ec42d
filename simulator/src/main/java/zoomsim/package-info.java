/** A believable Zoom for tests and demonstrations: OAuth, REST API and the servers that files come from. */
@NullMarked
package zoomsim;

import org.jspecify.annotations.NullMarked;
