package zoomsim;

import tools.jackson.databind.JsonNode;
import zoomsim.account.Meeting;
import zoomsim.http.Json;
import zoomsim.scenario.MeetingDescription;

/** Adds meetings to a simulator in a test. */
final class Meetings {
    private Meetings() {}

    static Meeting add(Simulator simulator, String json) {
        return simulator.add(Json.MAPPER.readValue(json, MeetingDescription.class));
    }

    /** One with two generated files. */
    static Meeting plain(Simulator simulator, String topic) {
        return add(simulator, """
                {"topic": "%s", "files": [
                  {"recordingType": "active_speaker", "bytes": 100000},
                  {"recordingType": "audio_only", "bytes": 20000}]}""".formatted(topic));
    }

    static String downloadUrl(JsonNode meeting, String fileType) {
        return meeting.path("recording_files")
                .valueStream()
                .filter(file -> file.path("file_type").asString("").equals(fileType))
                .map(file -> file.path("download_url").asString())
                .findFirst()
                .orElseThrow();
    }
}
