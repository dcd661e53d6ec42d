/** What a test or a person may tell the simulator while it runs. */
@NullMarked
package zoomsim.control;

import org.jspecify.annotations.NullMarked;
