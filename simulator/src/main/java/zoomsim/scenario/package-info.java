/** What the simulated account holds: people, meetings described in JSON, and how recordings are made of them. */
@NullMarked
package zoomsim.scenario;

import org.jspecify.annotations.NullMarked;
