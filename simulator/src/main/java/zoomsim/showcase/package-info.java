/**
 * Fills a fresh portal for the demo, over its public API only, as an operator could: people, groups, categories, and short talks
 * that {@link zoomsim.media.TalkStudio} films. No part of Zoom, and of the portal neither.
 */
@NullMarked
package zoomsim.showcase;

import org.jspecify.annotations.NullMarked;
