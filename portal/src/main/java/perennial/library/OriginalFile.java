package perennial.library;

import perennial.storage.BlobId;

/**
 * A file byte for byte as it was delivered.
 *
 * @param name what a person who downloads it gets to see; never part of a path here
 * @param type how its sender names its kind, such as {@code MP4} or {@code TRANSCRIPT}
 * @param recordingType what it shows, by Zoom's name for it; empty where it has none
 * @param size in bytes
 * @param sha256 in hexadecimal
 * @param segment which part of the recording it belongs to, from 0
 */
public record OriginalFile(
        String name, String type, String recordingType, BlobId blob, long size, String sha256, int segment) {}
