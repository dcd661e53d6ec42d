package zoomsim.media;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.util.Arrays;

/** Says English text aloud with FreeTTS' 16 kHz voice. One sentence at a time, whoever asks. */
final class Narrator {
    /** Samples per second of everything that is said. */
    static final int RATE = 16_000;

    private static final int AUDIBLE = 250;
    private static final double LOUD = 0.55 * Short.MAX_VALUE;
    /** How long a letter takes when a text has none that the voice knows. */
    private static final int UNSPEAKABLE_LETTER = RATE / 15;

    private final Voice voice = sixteenKilohertz();

    private static Voice sixteenKilohertz() {
        for (var voice : new KevinVoiceDirectory().getVoices()) {
            if (!voice.getName().equals("kevin16")) continue;
            voice.allocate();
            return voice;
        }
        throw new StudioException("FreeTTS came without its voice kevin16");
    }

    /** Mono samples without silence at either end; silence of a fitting length if the script is unknown to the voice. */
    synchronized short[] say(String text, VoiceCasting casting) {
        var words = Romanized.of(text);
        if (words.chars().noneMatch(Character::isLetterOrDigit)) {
            return new short[Math.max(8, text.codePointCount(0, text.length())) * UNSPEAKABLE_LETTER];
        }
        var ear = new Ear();
        voice.setAudioPlayer(ear);
        voice.setPitch(casting.pitch());
        voice.setPitchRange(casting.pitch() / 9);
        voice.setRate((float) (casting.wordsPerMinute() / casting.size()));
        if (!voice.speak(words)) throw new StudioException("FreeTTS could not say: " + words);
        return louder(trimmed(brighter(ear.heard(), casting.size())));
    }

    /** Plays {@code size} times as fast, which moves pitch and formants together: another throat, not another mood. */
    private static short[] brighter(short[] in, double size) {
        var out = new short[(int) (in.length / size)];
        for (int i = 0; i < out.length; i++) {
            double at = i * size;
            int n = (int) at;
            double t = at - n;
            double a = sample(in, n - 1), b = sample(in, n), c = sample(in, n + 1), d = sample(in, n + 2);
            double cubic = b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
            out[i] = (short) Math.clamp(Math.round(cubic), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return out;
    }

    private static double sample(short[] in, int index) {
        return index < 0 || index >= in.length ? 0 : in[index];
    }

    private static short[] trimmed(short[] in) {
        int from = 0;
        int to = in.length;
        while (from < to && Math.abs(in[from]) < AUDIBLE) from++;
        while (to > from && Math.abs(in[to - 1]) < AUDIBLE) to--;
        return Arrays.copyOfRange(in, from, to);
    }

    private static short[] louder(short[] in) {
        int peak = 1;
        for (short s : in) peak = Math.max(peak, Math.abs(s));
        var out = new short[in.length];
        for (int i = 0; i < in.length; i++) out[i] = (short) (in[i] * LOUD / peak);
        return out;
    }
}
