package zoomsim.cdn;

import zoomsim.http.Reply;

/** The page that comes with status 200 where a file may not be had. */
public final class HostOnlyPage {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html>
            <head><title>Zoom</title></head>
            <body><p>Only the host can download this recording. Please sign in to your Zoom account to download if you \
            are the host.</p></body>
            </html>
            """;

    private HostOnlyPage() {}

    public static Reply reply() {
        return Reply.html(200, PAGE);
    }
}
