/** The little that the simulator needs of HTTP: requests, replies, one server, a log. */
@NullMarked
package zoomsim.http;

import org.jspecify.annotations.NullMarked;
