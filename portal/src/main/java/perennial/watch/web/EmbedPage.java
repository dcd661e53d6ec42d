package perennial.watch.web;

import java.util.List;

/**
 * A video in a frame of another page, as it is printed.
 *
 * @param start the second to start at, as scripts read it
 * @param parts where each part begins, joined by commas
 * @param begin address of the view, with the moment to start at, for a browser that runs no scripts
 * @param watch full address of its page
 */
public record EmbedPage(
        String title,
        String poster,
        String start,
        String parts,
        String begin,
        String type,
        boolean audio,
        List<WatchPage.Captions> captions,
        String watch) {}
