package perennial.zoom;

import org.jspecify.annotations.Nullable;

/**
 * A file that has arrived whole.
 *
 * @param total length of the file in bytes, what earlier attempts fetched included; equals what the server announced,
 *     if it did
 * @param validator a strong ETag or a Last-Modified, to resume with; null when the server gives neither
 * @param contentType as the server says, in lower case and without parameters; empty when it does not
 */
public record Download(long total, @Nullable String validator, String contentType) {}
