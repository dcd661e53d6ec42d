package zoomsim.api;

import java.util.UUID;
import zoomsim.account.Identifiers;
import zoomsim.account.Meeting;
import zoomsim.cdn.DownloadLinks;
import zoomsim.cdn.Downloads;

/**
 * The web addresses in replies.
 *
 * @param origin scheme, host and port that they begin with
 */
public record Addresses(String origin, DownloadLinks links) {
    String link(UUID file) {
        return links.link(file);
    }

    String download(String link) {
        return origin + Downloads.PATH + link;
    }

    String play(String link) {
        return origin + "/rec/play/" + link;
    }

    /** The same for a meeting each time. */
    String share(Meeting meeting) {
        var identifiers = identifiers(meeting, "share");
        return "%s/rec/share/%s.%s".formatted(origin, identifiers.text(64), identifiers.text(16));
    }

    /** Lets whoever has it play without asking for the passcode. */
    String playPasscode(Meeting meeting) {
        return identifiers(meeting, "passcode").text(32).replace('-', 'x').replace('_', 'y');
    }

    private static Identifiers identifiers(Meeting meeting, String purpose) {
        return Identifiers.of(0, purpose + meeting.uuid());
    }
}
