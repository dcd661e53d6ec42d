package zoomsim.media;

import java.awt.Color;
import java.util.List;

/**
 * What a drawn person looks like; the same for the same name in every meeting.
 *
 * @param room index of what stands behind the person
 * @param cameraOn whether others see the person, or a circle with initials
 */
record Looks(
        Color skin,
        Color hair,
        Color shirt,
        Hair style,
        boolean collar,
        boolean glasses,
        List<Color> wall,
        int room,
        boolean cameraOn) {
    enum Hair {
        SWEPT,
        BOB,
        BUN,
        SHORT,
        BEARD
    }

    private static final List<Color> SKINS = colours("f2cfb0 e3b18a c98d62 8f5a3a 6b4029 f0d3bd d9a57c");
    private static final List<Color> HAIRS = colours("1b1b22 5b3a21 c58b3f 7a7d80 2a1f1a 9a4b2a e0c08a");
    private static final List<Color> SHIRTS =
            colours("3f6f73 7c3f3a 565b78 c98a3a 2f5d50 8a6f9a 34506e b3573f d8cdb8 48525a");
    private static final List<List<Color>> WALLS = List.of(
            colours("cdd8d0 aebfb3"),
            colours("c9d3dc a9b8c6"),
            colours("d3d7c4 b5bd9f"),
            colours("e2d5c8 c6ae9a"),
            colours("3b4a48 2b3735"),
            colours("46506a 343c52"),
            colours("d9cfdc b9a9be"));

    static Looks of(String name) {
        // A mixed hash: names that differ in one letter must not look like twins.
        int seed = name.hashCode() * 0x9E3779B1;
        return new Looks(
                pick(SKINS, seed >>> 3),
                pick(HAIRS, seed >>> 7),
                pick(SHIRTS, seed >>> 12),
                hair(name, seed >>> 16),
                (seed >>> 21) % 3 == 0,
                (seed >>> 9) % 3 == 0,
                pick(WALLS, seed >>> 18),
                (seed >>> 23) % 5,
                (seed >>> 14) % 6 != 0);
    }

    /** A guess from the sound of a first name, good enough for a voice and a haircut. */
    static boolean isHigh(String name) {
        var first = name.strip().split("\\s+", 2)[0];
        return first.matches("(?iu).*(a|e|i|ah|ko|я|а|и|α|η|ا|ة)");
    }

    private static Hair hair(String name, int seed) {
        var styles = isHigh(name)
                ? List.of(Hair.SWEPT, Hair.BOB, Hair.BUN)
                : List.of(Hair.SHORT, Hair.BEARD, Hair.SWEPT, Hair.SHORT);
        return pick(styles, seed);
    }

    private static <T> T pick(List<T> choice, int seed) {
        return choice.get(Math.floorMod(seed, choice.size()));
    }

    private static List<Color> colours(String hex) {
        return List.of(hex.split(" ")).stream()
                .map(code -> new Color(Integer.parseInt(code, 16)))
                .toList();
    }
}
