/** Zoom calling others: events as things happen, signed, and repeated where nobody answered. */
@NullMarked
package zoomsim.webhook;

import org.jspecify.annotations.NullMarked;
