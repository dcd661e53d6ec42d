package perennial.library.web;

import java.util.List;

/**
 * Videos of one stretch of time.
 *
 * @param heading empty where the page before began this stretch
 */
public record Shelf(String heading, List<VideoCard> cards) {}
