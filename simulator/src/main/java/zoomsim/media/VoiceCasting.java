package zoomsim.media;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one person sounds, made of the one voice there is.
 *
 * @param size of the vocal tract's pitch and colour: 1 is the voice as it is, more is brighter and higher
 * @param pitch in Hz, before {@code size} is applied
 * @param wordsPerMinute as heard
 */
record VoiceCasting(double size, float pitch, float wordsPerMinute) {
    private static final List<VoiceCasting> LOW = List.of(
            new VoiceCasting(0.96, 98, 158),
            new VoiceCasting(0.88, 92, 150),
            new VoiceCasting(1.02, 118, 170),
            new VoiceCasting(0.92, 112, 164),
            new VoiceCasting(0.99, 86, 146));
    private static final List<VoiceCasting> HIGH = List.of(
            new VoiceCasting(1.17, 150, 164),
            new VoiceCasting(1.23, 168, 172),
            new VoiceCasting(1.13, 136, 156),
            new VoiceCasting(1.20, 140, 150),
            new VoiceCasting(1.27, 158, 160));

    /** A voice for each name: the same one in each meeting, unless two people of a meeting would sound alike. */
    static Map<String, VoiceCasting> of(List<String> names) {
        Map<String, VoiceCasting> cast = new HashMap<>();
        Set<VoiceCasting> taken = new HashSet<>();
        for (var name : names) {
            var choice = Looks.isHigh(name) ? HIGH : LOW;
            int first = Math.floorMod(name.hashCode(), choice.size());
            int step = 0;
            while (step < choice.size() - 1 && taken.contains(choice.get((first + step) % choice.size()))) step++;
            var voice = choice.get((first + step) % choice.size());
            taken.add(voice);
            cast.put(name, voice);
        }
        return cast;
    }
}
