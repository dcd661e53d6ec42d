/** The simulated organisation: its users, its meetings and the bytes of their recordings. */
@NullMarked
package zoomsim.account;

import org.jspecify.annotations.NullMarked;
