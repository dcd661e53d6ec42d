package perennial.library;

import perennial.storage.Composite;

/**
 * One view of an item, joined over all its segments.
 *
 * @param view what it shows, by Zoom's name for it ({@code recording_type}), such as {@code active_speaker}; unique
 *     within an item
 * @param bytes an MP4 that starts playing before its end has arrived
 * @param width in pixels; 0 where there is no picture
 * @param height in pixels; 0 where there is no picture
 * @param audioOnly whether there is nothing to look at
 */
public record StreamPart(String view, Composite bytes, int width, int height, boolean audioOnly) {
    public StreamPart {
        if (!view.matches("[A-Za-z0-9_.()-]{1,100}")) {
            throw new IllegalArgumentException("not the name of a view: " + view);
        }
        if (width < 0 || height < 0) throw new IllegalArgumentException("negative size");
    }
}
