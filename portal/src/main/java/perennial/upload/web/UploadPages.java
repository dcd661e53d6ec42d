package perennial.upload.web;

import java.util.Locale;
import org.springframework.stereotype.Component;
import perennial.library.MediaAddresses;
import perennial.upload.Upload;
import perennial.upload.UploadState;
import perennial.upload.Uploads;
import perennial.web.Sizes;

/** Makes the page of uploads for whoever asks. */
@Component
class UploadPages {
    private static final int NO_BAR = -1;

    private final Uploads uploads;

    UploadPages(Uploads uploads) {
        this.uploads = uploads;
    }

    UploadPage page() {
        var mine = uploads.mine();
        return new UploadPage(
                Sizes.text(uploads.limit()),
                uploads.limit(),
                mine.stream().map(UploadPages::row).toList(),
                mine.stream().anyMatch(UploadPages::moves));
    }

    private static boolean moves(Upload upload) {
        return upload.state() == UploadState.CHECKING || upload.state() == UploadState.PREPARING;
    }

    private static UploadPage.Row row(Upload upload) {
        var media = upload.media();
        var watch = media == null ? "" : MediaAddresses.watch(media);
        return new UploadPage.Row(
                upload.id().toString(),
                upload.name(),
                icon(upload.name()),
                tone(upload.state()),
                badge(upload.state()),
                word(upload.state()),
                says(upload),
                percent(upload),
                upload.state() == UploadState.PREPARING ? "move" : "held",
                watch,
                media == null ? "" : "/media/" + media + "/edit",
                upload.fingerprint(),
                upload.state() == UploadState.ARRIVING,
                upload.state() == UploadState.FAILED);
    }

    private static String icon(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(mp3|m4a|wav|aac)") ? "volume" : "video";
    }

    private static String tone(UploadState state) {
        return switch (state) {
            case ARRIVING -> "wait";
            case CHECKING, PREPARING -> "run";
            case READY -> "ok";
            case REFUSED, FAILED -> "bad";
        };
    }

    private static String badge(UploadState state) {
        return switch (state) {
            case ARRIVING -> "player-pause";
            case CHECKING -> "eye";
            case PREPARING -> "refresh";
            case READY -> "circle-check";
            case REFUSED, FAILED -> "alert-circle";
        };
    }

    private static String word(UploadState state) {
        return switch (state) {
            case ARRIVING -> "Interrupted";
            case CHECKING -> "Checking";
            case PREPARING -> "Preparing";
            case READY -> "Ready";
            case REFUSED -> "Refused";
            case FAILED -> "Failed";
        };
    }

    private static String says(Upload upload) {
        var size = Sizes.text(upload.size());
        return switch (upload.state()) {
            case ARRIVING ->
                "%s of %s are safe here. Choose the same file again to go on."
                        .formatted(Sizes.text(upload.received()), size);
            case CHECKING -> size + " · being looked at";
            case PREPARING -> "%s · being made playable, %d %%".formatted(size, upload.percent());
            case READY -> size + " · a draft, not published yet";
            case REFUSED -> upload.reason() + " Nothing was kept.";
            case FAILED -> upload.reason() + " The file is kept.";
        };
    }

    private static int percent(Upload upload) {
        return switch (upload.state()) {
            case ARRIVING -> (int) (upload.received() * 100 / upload.size());
            case PREPARING -> upload.percent();
            case CHECKING, READY, REFUSED, FAILED -> NO_BAR;
        };
    }
}
