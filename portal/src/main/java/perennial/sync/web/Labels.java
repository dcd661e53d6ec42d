package perennial.sync.web;

import perennial.sync.FileState;
import perennial.sync.RecordingState;

/** The product's words for states. */
final class Labels {
    private Labels() {}

    static String of(RecordingState state) {
        return switch (state) {
            case FOUND -> "Found";
            case WAITING -> "Waiting for Zoom";
            case IMPORTING -> "Importing";
            case IMPORTED -> "Imported";
            case FAILED -> "Failed";
            case SKIPPED -> "Skipped";
            case DELETED_AT_ZOOM -> "Deleted at Zoom";
            case GONE_AT_ZOOM -> "Gone at Zoom";
        };
    }

    static ChipView chip(RecordingState state) {
        return switch (state) {
            case FOUND -> new ChipView("", "search", of(state));
            case WAITING -> new ChipView("wait", "hourglass", of(state));
            case IMPORTING -> new ChipView("run", "download", of(state));
            case IMPORTED -> new ChipView("ok", "circle-check", of(state));
            case FAILED -> new ChipView("bad", "alert-circle", of(state));
            case SKIPPED -> new ChipView("", "player-skip-forward", of(state));
            case DELETED_AT_ZOOM -> new ChipView("", "trash", of(state));
            case GONE_AT_ZOOM -> new ChipView("", "cloud-off", of(state));
        };
    }

    static ChipView chip(FileState state, String text) {
        return switch (state) {
            case FOUND -> new ChipView("", "clock", text);
            case WAITING -> new ChipView("wait", "hourglass", text);
            case DOWNLOADING -> new ChipView("run", "download", text);
            case STORED -> new ChipView("ok", "check", text);
            case FAILED -> new ChipView("bad", "alert-circle", text);
            case LEFT_OUT -> new ChipView("", "minus", text);
        };
    }

    static String of(FileState state) {
        return switch (state) {
            case FOUND -> "To come";
            case WAITING -> "Waiting for Zoom";
            case DOWNLOADING -> "Arriving";
            case STORED -> "Stored";
            case FAILED -> "Failed";
            case LEFT_OUT -> "Left out";
        };
    }

    static String sentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    static String files(long number) {
        return number == 1 ? "1 file" : number + " files";
    }

    static String recordings(long number) {
        return number == 1 ? "1 recording" : number + " recordings";
    }

    static String parts(long number) {
        return number == 1 ? "One part" : number + " parts";
    }
}
