/**
 * Reading and writing the boxes of MP4 files (ISO/IEC 14496-12), as far as it takes to join several into one without
 * touching a byte of their sound and pictures: read the sample tables of each ({@link perennial.video.mp4.Mp4Reader}),
 * find when each begins ({@link perennial.video.mp4.ViewClock}), and write one header in front of ranges of them ({@link
 * perennial.video.mp4.ViewJoin}).
 *
 * <p>What is read may be hostile, and no native program sees it before this code has. Each box is looked at first ({@link
 * perennial.video.mp4.BoxTree}). Every size and count is checked against what is there before anything is allocated for
 * it; what is wrong with a file is a {@link perennial.video.mp4.DamagedMp4}, and nothing else is thrown because of it.
 */
@NullMarked
package perennial.video.mp4;

import org.jspecify.annotations.NullMarked;
