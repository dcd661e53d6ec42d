package perennial.upload.web;

import java.util.List;

/**
 * The page of uploads, as it is printed.
 *
 * @param limit the largest file that is taken, in words
 * @param limitBytes the same for scripts
 * @param moving whether something changes by itself, so that the page looks again
 */
public record UploadPage(String limit, long limitBytes, List<Row> rows, boolean moving) {
    /**
     * One upload.
     *
     * @param tone class of its badge, with an icon and a word
     * @param says what is to be known of it
     * @param percent for the bar; less than 0: none is shown
     * @param bar class of the bar
     * @param watch address of the video; empty until there is one
     * @param edit address of its settings
     * @param fingerprint by which the page's script knows the file again
     * @param arriving whether bytes are missing
     * @param failed whether it can be tried again
     */
    public record Row(
            String id,
            String name,
            String icon,
            String tone,
            String badge,
            String word,
            String says,
            int percent,
            String bar,
            String watch,
            String edit,
            String fingerprint,
            boolean arriving,
            boolean failed) {}
}
