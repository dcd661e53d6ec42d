/** Zoom's token endpoint and REST API over the simulated account. */
@NullMarked
package zoomsim.api;

import org.jspecify.annotations.NullMarked;
