package perennial.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import zoomsim.Options;
import zoomsim.Simulator;
import zoomsim.account.GeneratedVideo;
import zoomsim.account.Identifiers;
import zoomsim.account.Meeting;
import zoomsim.account.RecordingFile;

/** Recordings of one generated file each at a simulated Zoom, and what became of them behind a portal. */
final class Haul {
    private static final Duration LENGTH = Duration.ofSeconds(30);

    private final Simulator zoom;
    private final long size;
    private final List<Meeting> meetings = new ArrayList<>();

    private Haul(Simulator zoom, long size) {
        this.zoom = zoom;
        this.size = size;
    }

    /**
     * Puts them there.
     *
     * @param size of each file, in bytes
     */
    static Haul at(Simulator zoom, long seed, int recordings, long size) {
        var haul = new Haul(zoom, size);
        var identifiers = new Identifiers(seed);
        for (int i = 0; i < recordings; i++) haul.add(identifiers, seed, i);
        return haul;
    }

    private void add(Identifiers identifiers, long seed, int number) {
        var start = Instant.now()
                .minus(Duration.ofHours(30))
                .truncatedTo(ChronoUnit.SECONDS)
                .plusSeconds(number * 60L);
        var file = new RecordingFile(
                identifiers.guid(),
                false,
                "MP4",
                "MP4",
                "active_speaker",
                start,
                start.plus(LENGTH),
                new GeneratedVideo(seed + number, size, LENGTH),
                RecordingFile.ShownSize.TRUE,
                null);
        var meeting = new Meeting(
                identifiers.meetingUuid(),
                identifiers.meetingNumber(),
                2,
                "Storm " + number,
                zoom.account().owner(),
                start,
                "UTC",
                "secret",
                List.of(file),
                List.of(),
                null,
                false,
                null);
        zoom.account().put(meeting);
        meetings.add(meeting);
    }

    /** The settings of a connection to that Zoom. */
    Map<String, Object> settings() {
        var credentials = Options.forTests().credentials();
        return new HashMap<>(Map.of(
                "name", "Storm",
                "accountId", credentials.accountId(),
                "clientId", credentials.clientId(),
                "clientSecret", credentials.clientSecret(),
                "oauthUrl", zoom.url(),
                "apiUrl", zoom.url() + "/v2",
                "enabled", true));
    }

    List<Meeting> meetings() {
        return meetings;
    }

    /** How much more than all was sent, as a share of all. */
    double sentTwice() {
        double wanted = meetings.size() * size;
        return (zoom.fileBytesSent() - wanted) / wanted;
    }

    /**
     * Nothing is lost, nothing doubled, and what lies in the folder is what Zoom had.
     *
     * @param blobs the store's folder
     */
    void assertImportedOnce(Tables tables, Path blobs) throws SQLException, IOException {
        for (var sql : List.of(
                "select count(*) from media",
                "select count(*) from media_version",
                "select count(*) from zoom_file where state = 'stored'",
                "select count(*) from recording_event where kind = 'imported'",
                "select count(*) from recording_event where kind = 'file-stored'")) {
            assertThat(tables.count(sql)).as(sql).isEqualTo(meetings.size());
        }
        var there = new TreeMap<String, String>();
        for (var meeting : meetings)
            there.put(meeting.uuid(), meeting.files().getFirst().content().sha256());
        var here = tables.pairs(
                "select r.uuid, f.blob_id from zoom_file f join zoom_recording r on r.id = f.recording_id");
        for (var each : here.entrySet()) each.setValue(hash(blobs, each.getValue()));
        assertThat(here).isEqualTo(there);
    }

    private static String hash(Path blobs, String blob) throws IOException {
        try (var in = Files.newInputStream(blobs.resolve(blob.substring(0, 2)).resolve(blob))) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 20];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) digest.update(buffer, 0, n);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
