package perennial.library;

/**
 * Where videos belong, such as "Company". Managers keep the list; a video is in one or in none.
 *
 * @param name unique in the portal, ignoring case
 */
public record Category(CategoryId id, String name) {}
