package perennial.watch.web;

/**
 * How a video is shown on other sites.
 *
 * @param code what is pasted into their pages; empty where the video is not embedded, or this viewer has nothing to give away
 * @param discovery where programs ask for it (oEmbed); empty as {@code code}
 */
public record Sharing(String code, String discovery) {}
