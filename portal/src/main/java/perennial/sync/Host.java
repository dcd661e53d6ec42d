package perennial.sync;

import org.jspecify.annotations.Nullable;

/**
 * Somebody of Zoom whose recordings are listed.
 *
 * @param key what Zoom is asked by: the user's id or, where they have none yet, their address
 * @param id null for people who were invited to Zoom and have not answered
 */
record Host(String key, @Nullable String id, String email) {}
