package zoomsim.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.text.BreakIterator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import zoomsim.script.Line;
import zoomsim.script.Take;

/** The sound of one take, mono, {@link Narrator#RATE} samples a second, and when each sentence is said in it. */
final class Soundtrack {
    private static final int MILLISECOND = Narrator.RATE / 1000;
    private static final int FRAME = Narrator.RATE / Studio.FRAMES_PER_SECOND;
    private static final int WHOLE = 4 * FRAME;
    private static final int SHORTEST = 4 * Narrator.RATE;
    private static final int BEFORE_SPEECH = Narrator.RATE;
    private static final int AFTER_SPEECH = 1_400 * MILLISECOND;
    private static final int BETWEEN_SENTENCES = 180 * MILLISECOND;
    private static final int BETWEEN_LINES = 480 * MILLISECOND;

    private final short[] samples;
    private final List<Spoken> spoken;

    private Soundtrack(short[] samples, List<Spoken> spoken) {
        this.samples = samples;
        this.spoken = List.copyOf(spoken);
    }

    /** Has the lines of {@code take} said, one after the other, between the tones of the marks. */
    static Soundtrack of(Take take, Map<String, VoiceCasting> cast, Narrator narrator) {
        var sound = unmarked(take.lines(), cast, narrator);
        sound.beep(Studio.MARK_AFTER_START);
        sound.beep(sound.length().minus(Studio.MARK_BEFORE_END));
        return sound;
    }

    /** Has {@code lines} said, one after the other, and nothing else. */
    static Soundtrack unmarked(List<Line> lines, Map<String, VoiceCasting> cast, Narrator narrator) {
        List<Spoken> spoken = new ArrayList<>();
        List<short[]> voices = new ArrayList<>();
        int at = BEFORE_SPEECH;
        for (int number = 0; number < lines.size(); number++) {
            var line = lines.get(number);
            if (number > 0) at += BETWEEN_LINES - BETWEEN_SENTENCES;
            for (var sentence : sentences(line)) {
                var voice = narrator.say(sentence, casting(cast, line));
                spoken.add(new Spoken(number, line.speaker(), sentence, time(at), time(at + voice.length)));
                voices.add(voice);
                at = upToWhole(at + voice.length + BETWEEN_SENTENCES, MILLISECOND);
            }
        }
        int length = upToWhole(Math.max(SHORTEST, at - BETWEEN_SENTENCES + AFTER_SPEECH), WHOLE);
        var samples = new short[length];
        for (int i = 0; i < spoken.size(); i++) {
            System.arraycopy(voices.get(i), 0, samples, sampleAt(spoken.get(i).start()), voices.get(i).length);
        }
        return new Soundtrack(samples, spoken);
    }

    /** The sentences in the order in which they are said; they do not overlap. */
    List<Spoken> spoken() {
        return spoken;
    }

    /** Length in pictures: a multiple of four, so that it is also a whole number of AAC frames, 32 ms each. */
    int frames() {
        return samples.length / FRAME;
    }

    Duration length() {
        return time(samples.length);
    }

    /** How loud a picture's time is: root mean square of its samples, from 0 to 1. */
    double loudness(int frame) {
        double sum = 0;
        for (int i = frame * FRAME; i < (frame + 1) * FRAME; i++) sum += (double) samples[i] * samples[i];
        return Math.sqrt(sum / FRAME) / Short.MAX_VALUE;
    }

    /** Signed 16 bit, little endian. */
    byte[] pcm() {
        var bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return bytes.array();
    }

    private void beep(Duration start) {
        int from = sampleAt(start);
        int count = sampleAt(Studio.MARK_BEEP);
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * Studio.MARK_TONE_HERTZ * i / Narrator.RATE;
            samples[from + i] = (short) Math.round(0.3 * Short.MAX_VALUE * Math.sin(angle));
        }
    }

    private static VoiceCasting casting(Map<String, VoiceCasting> cast, Line line) {
        var casting = cast.get(line.speaker());
        if (casting == null) throw new StudioException("nobody plays " + line.speaker());
        return casting;
    }

    private static List<String> sentences(Line line) {
        var text = line.text().strip().replaceAll("\\s+", " ");
        var breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        List<String> found = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            var sentence = text.substring(from, to).strip();
            if (!sentence.isEmpty()) found.add(sentence);
        }
        return found;
    }

    private static int upToWhole(int samples, int unit) {
        return Math.ceilDiv(samples, unit) * unit;
    }

    private static Duration time(int samples) {
        return Duration.ofMillis(samples / MILLISECOND);
    }

    private static int sampleAt(Duration time) {
        return Math.toIntExact(time.toMillis()) * MILLISECOND;
    }
}
