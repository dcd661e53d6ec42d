package perennial.upload.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import perennial.upload.Checksum;
import perennial.upload.Receiver;
import perennial.upload.Upload;
import perennial.upload.UploadId;
import perennial.upload.UploadRefused;
import perennial.upload.UploadState;
import perennial.upload.Uploads;
import perennial.web.Listing;

/**
 * Uploads by the tus protocol, version 1.0.0, with creation, termination and checksums: for pages with a session below {@code
 * /upload/files}, for scripts with a token below {@code /api/v1/uploads}. A GET tells what became of them.
 */
@RestController
@RequestMapping({"/upload/files", "/api/v1/uploads"})
class TusController {
    private final Uploads uploads;
    private final Receiver receiver;

    TusController(Uploads uploads, Receiver receiver) {
        this.uploads = uploads;
        this.receiver = receiver;
    }

    /**
     * An upload as it is answered.
     *
     * @param offset how many bytes are here
     * @param state {@code arriving}, {@code checking}, {@code preparing}, {@code ready}, {@code refused} or {@code failed}
     * @param reason why it was refused or failed; else empty
     * @param percent of making it playable
     * @param mediaId the video that came of it; null until it is ready
     */
    @Schema(name = "Upload")
    record Body(
            String id,
            String name,
            String fingerprint,
            long size,
            long offset,
            UploadState state,
            String reason,
            int percent,
            @Nullable String mediaId) {
        static Body of(Upload upload) {
            var media = upload.media();
            return new Body(
                    upload.id().toString(),
                    upload.name(),
                    upload.fingerprint(),
                    upload.size(),
                    upload.received(),
                    upload.state(),
                    upload.reason(),
                    upload.percent(),
                    media == null ? null : media.toString());
        }
    }

    @ModelAttribute
    void version(HttpServletResponse response) {
        response.setHeader("Tus-Resumable", TusHeaders.VERSION);
        response.setHeader("Cache-Control", "no-store");
    }

    /** What this server can do, in headers. */
    @RequestMapping(method = RequestMethod.OPTIONS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void abilities(HttpServletResponse response) {
        response.setHeader("Tus-Version", TusHeaders.VERSION);
        response.setHeader("Tus-Extension", TusHeaders.EXTENSIONS);
        response.setHeader("Tus-Checksum-Algorithm", Checksum.NAMES);
        response.setHeader("Tus-Max-Size", Long.toString(uploads.limit()));
    }

    /** Your uploads that are not videos yet, and how far they are. */
    @GetMapping
    Listing<Body> list() {
        return new Listing<>(uploads.mine().stream().map(Body::of).toList(), null);
    }

    /** What became of one. */
    @GetMapping("/{id}")
    Body one(@PathVariable String id) {
        return Body.of(uploads.find(UploadId.asked(id)));
    }

    /** Begins one; its address is in {@code Location}. Takes {@code filename} or {@code name}, and {@code fingerprint}, of {@code Upload-Metadata}. */
    @Parameter(name = "Tus-Resumable", in = ParameterIn.HEADER, required = true, description = "1.0.0")
    @Parameter(name = "Upload-Length", in = ParameterIn.HEADER, required = true, description = "In bytes")
    @Parameter(
            name = "Upload-Metadata",
            in = ParameterIn.HEADER,
            description = "`key base64` pairs, with commas between them")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TusHeaders.checkVersion(request);
        var about = TusHeaders.metadata(request.getHeader("Upload-Metadata"));
        var id = uploads.begin(
                TusHeaders.number(request, "Upload-Length"),
                about.getOrDefault("filename", about.getOrDefault("name", "")),
                about.getOrDefault("fingerprint", ""));
        response.setHeader("Location", request.getRequestURI() + "/" + id);
    }

    /** How much of it is here, in {@code Upload-Offset}. */
    @Parameter(name = "Tus-Resumable", in = ParameterIn.HEADER, required = true, description = "1.0.0")
    @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
    void where(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        TusHeaders.checkVersion(request);
        var upload = UploadId.asked(id);
        response.setHeader("Upload-Offset", Long.toString(receiver.offset(upload)));
        response.setHeader("Upload-Length", Long.toString(uploads.find(upload).size()));
    }

    /** Brings the next bytes. */
    @Parameter(name = "Tus-Resumable", in = ParameterIn.HEADER, required = true, description = "1.0.0")
    @Parameter(name = "Upload-Offset", in = ParameterIn.HEADER, required = true, description = "Where they begin")
    @Parameter(name = "Upload-Checksum", in = ParameterIn.HEADER, description = "Such as `sha1 base64`")
    @PatchMapping(path = "/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void piece(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        TusHeaders.checkVersion(request);
        if (!TusHeaders.PIECE.equals(request.getContentType())) {
            throw UploadRefused.protocol(415, "Content-Type must be " + TusHeaders.PIECE);
        }
        var checksum = request.getHeader("Upload-Checksum");
        long here = receiver.append(
                UploadId.asked(id),
                TusHeaders.number(request, "Upload-Offset"),
                request.getInputStream(),
                checksum == null ? null : Checksum.parse(checksum));
        response.setHeader("Upload-Offset", Long.toString(here));
    }

    /** Gives it up; nothing of it is kept. */
    @Parameter(name = "Tus-Resumable", in = ParameterIn.HEADER, required = true, description = "1.0.0")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, HttpServletRequest request) throws IOException {
        TusHeaders.checkVersion(request);
        uploads.remove(UploadId.asked(id));
    }
}
