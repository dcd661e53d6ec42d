/** Where recordings are downloaded from: the link, the redirect and the file server. */
@NullMarked
package zoomsim.cdn;

import org.jspecify.annotations.NullMarked;
