/** Trouble on demand: what goes wrong, where, and how often. */
@NullMarked
package zoomsim.fault;

import org.jspecify.annotations.NullMarked;
