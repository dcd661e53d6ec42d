/**
 * Makes the recordings of simulated meetings: spoken, drawn and encoded for real, once, then kept in a folder.
 *
 * <p>{@link zoomsim.media.Studio} is the door; {@code Narrator} speaks, the {@code Scene}s draw, {@code Camera} encodes,
 * and {@code Shelf} keeps what was made.
 */
@NullMarked
package zoomsim.media;

import org.jspecify.annotations.NullMarked;
