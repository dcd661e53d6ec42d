package zoomsim.cdn;

import java.util.Map;
import java.util.UUID;
import zoomsim.account.Account;
import zoomsim.account.Content;
import zoomsim.account.RecordingFile;
import zoomsim.http.Body;
import zoomsim.http.Handler;
import zoomsim.http.Reply;
import zoomsim.http.Request;

/** The server that {@link Downloads} leads to: files by signed address, in parts when asked. */
public record FileServer(Account account, SignedUrls urls) implements Handler {
    private static final String DENIED = """
            <?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Access denied</Message></Error>\
            """;

    @Override
    public Reply handle(Request request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) return Reply.empty(405);
        return urls.file(request).map(key -> serve(request, key)).orElseGet(() -> xml(403));
    }

    private Reply serve(Request request, UUID key) {
        return account.meetingOfFile(key)
                .flatMap(meeting -> meeting.allFiles()
                        .filter(file -> file.key().equals(key))
                        .findFirst())
                .map(file -> serve(request, file))
                .orElseGet(() -> xml(404));
    }

    private static Reply serve(Request request, RecordingFile file) {
        var content = file.content();
        long size = content.size();
        var etag = "\"%s-%x\"".formatted(file.key(), size);
        boolean sameAsBefore = request.header("If-Range").map(etag::equals).orElse(true);
        var range = request.header("Range")
                .filter(header -> sameAsBefore)
                .map(header -> ByteRange.of(header, size))
                .orElseGet(ByteRange.Whole::new);
        var reply = switch (range) {
            case ByteRange.Whole _ -> new Reply(200, Map.of(), part(content, 0, size));
            case ByteRange.Part part ->
                new Reply(206, Map.of(), part(content, part.first(), part.length()))
                        .with("Content-Range", "bytes %d-%d/%d".formatted(part.first(), part.last(), size));
            case ByteRange.OutOfReach _ -> Reply.empty(416).with("Content-Range", "bytes */" + size);
        };
        return reply.with(Map.of("Accept-Ranges", "bytes", "ETag", etag, "Content-Type", contentType(file)));
    }

    private static Body part(Content content, long offset, long length) {
        return Body.of(length, out -> content.writeTo(out, offset, length));
    }

    static String contentType(RecordingFile file) {
        return switch (file.fileExtension()) {
            case "MP4" -> "video/mp4";
            case "M4A" -> "audio/mp4";
            case "VTT" -> "text/vtt";
            case "JSON" -> "application/json";
            case "CSV" -> "text/csv";
            case "JPG" -> "image/jpeg";
            default -> "text/plain";
        };
    }

    private static Reply xml(int status) {
        return new Reply(status, Map.of("Content-Type", "application/xml"), Body.of(DENIED));
    }
}
