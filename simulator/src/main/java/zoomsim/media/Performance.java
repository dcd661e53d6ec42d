package zoomsim.media;

import java.util.List;
import java.util.stream.IntStream;
import zoomsim.script.Line;

/**
 * One take as played: who is there, what is heard, and what each picture shows.
 *
 * @param number of the take, from 1, as printed in the pictures
 */
record Performance(int number, String topic, List<String> people, List<Line> lines, Soundtrack sound) {
    private static final int BLINK_EVERY = 92;
    private static final int BLINK_FRAMES = 4;
    /** A border that flickers in every pause for breath would disturb. */
    private static final int HELD_FRAMES = Studio.FRAMES_PER_SECOND / 2;

    Moment at(int frame) {
        long now = frame * 1000L / Studio.FRAMES_PER_SECOND;
        int person = 0;
        int line = 0;
        boolean speaking = false;
        boolean talking = false;
        for (var sentence : sound.spoken()) {
            long start = sentence.start().toMillis();
            if (start > now) break;
            person = people.indexOf(sentence.speaker());
            line = sentence.line();
            long end = sentence.end().toMillis();
            talking = now < end;
            speaking = now < end + HELD_FRAMES * 1000L / Studio.FRAMES_PER_SECOND;
        }
        int mouth = talking ? openness(sound.loudness(frame)) : 0;
        return new Moment(person, mouth, speaking, line, eyes(frame));
    }

    private static int openness(double loudness) {
        return loudness < 0.015 ? 0 : loudness < 0.06 ? 1 : loudness < 0.12 ? 2 : 3;
    }

    private List<Boolean> eyes(int frame) {
        return IntStream.range(0, people.size())
                .mapToObj(person -> (frame + person * 37) % BLINK_EVERY < BLINK_FRAMES)
                .toList();
    }
}
