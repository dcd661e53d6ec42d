package zoomsim.media;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Zoom's timeline of a take: at each {@code ts} since the take began, who begins to speak; nobody means silence.
 * Addresses are masked, as in Zoom's own files.
 */
record Timeline(List<Entry> timeline) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final int FIRST_USER_ID = 16_778_240;

    record Entry(String ts, List<User> users) {}

    record User(
            String username,
            String zoomUserid,
            long userId,
            String emailAddress,
            String avatarUrl,
            int clientType,
            boolean multiplePeople) {}

    static String of(Soundtrack sound, List<String> people) {
        List<Entry> entries = new ArrayList<>();
        if (sound.spoken().isEmpty()) entries.add(silence(Duration.ZERO));
        for (int i = 0; i < sound.spoken().size(); i++) {
            var sentence = sound.spoken().get(i);
            boolean goesOn = i > 0 && sound.spoken().get(i - 1).line() == sentence.line();
            boolean stops =
                    i + 1 == sound.spoken().size() || sound.spoken().get(i + 1).line() != sentence.line();
            if (!goesOn) entries.add(speech(sentence, people));
            if (stops) entries.add(silence(sentence.end()));
        }
        return JSON.writeValueAsString(new Timeline(entries));
    }

    private static Entry silence(Duration at) {
        return new Entry(Transcript.time(at), List.of());
    }

    private static Entry speech(Spoken sentence, List<String> people) {
        var name = sentence.speaker();
        var id = token(name);
        var user = new User(
                name,
                id.substring(0, 22),
                FIRST_USER_ID + 1024L * people.indexOf(name),
                token(id) + "@example.com",
                "https://images.example.com/p/" + id.substring(0, 22),
                0,
                false);
        return new Entry(Transcript.time(sentence.start()), List.of(user));
    }

    private static String token(String seed) {
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
