package perennial.sync.web;

/** One file on its way. {@code percent} is 0 to 100. */
public record DownloadView(
        String href, String topic, String file, int percent, String amount, String rate, String left) {}
