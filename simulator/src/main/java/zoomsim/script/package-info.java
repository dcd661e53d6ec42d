/** What happens and is said in a simulated meeting, and the files that a recording of it gives. */
@NullMarked
package zoomsim.script;

import org.jspecify.annotations.NullMarked;
