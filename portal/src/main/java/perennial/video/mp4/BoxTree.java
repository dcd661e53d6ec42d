package perennial.video.mp4;

import static java.util.Map.entry;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A look at every box that a player would follow, those included that nothing here reads: each stands where it belongs and
 * no more often than it may, is no larger than what it stands in nor deeper inside than a recording needs, and has room for
 * the entries it claims. Only after it may a native program see them.
 */
final class BoxTree {
    private static final String TOP = "";
    /** Of boxes inside boxes; with protected sound a recording has nine. */
    private static final int DEEPEST = 10;

    private static final int MOST_BOXES = 100_000;
    /** Bytes of an entry of {@code stsd} before its boxes. */
    private static final int PICTURE_ENTRY = 78;

    /** Where boxes stand. Those that are not named here may stand anywhere. */
    private static final Map<String, String> HOMES = Map.ofEntries(
            entry("moov", TOP),
            entry("moof", TOP),
            entry("mfra", TOP),
            entry("mvhd", "moov"),
            entry("trak", "moov"),
            entry("mvex", "moov"),
            entry("tkhd", "trak"),
            entry("edts", "trak"),
            entry("mdia", "trak"),
            entry("elst", "edts"),
            entry("mdhd", "mdia"),
            entry("minf", "mdia"),
            entry("stbl", "minf"),
            entry("stsd", "stbl"),
            entry("stts", "stbl"),
            entry("ctts", "stbl"),
            entry("stss", "stbl"),
            entry("stsc", "stbl"),
            entry("stsz", "stbl"),
            entry("stz2", "stbl"),
            entry("stco", "stbl"),
            entry("co64", "stbl"),
            entry("dref", "dinf"),
            entry("trex", "mvex"),
            entry("traf", "moof"),
            entry("tfhd", "traf"),
            entry("tfdt", "traf"),
            entry("trun", "traf"));

    /** Of those with a home, the ones that may stand there side by side. */
    private static final Set<String> REPEATED = Set.of("moof", "trak", "trex", "traf", "trun");

    private static final Set<String> PLAIN = Set.of(
            "moov", "trak", "mdia", "minf", "stbl", "edts", "dinf", "mvex", "moof", "traf", "mfra", "udta", "ilst",
            "tref", "sinf", "schi", "rinf", "wave", "gmhd");
    private static final Set<String> PICTURES = Set.of("avc1", "avc3", "hvc1", "hev1", "mp4v", "encv");
    private static final Set<String> SOUNDS = Set.of("mp4a", "enca");

    private int boxes;

    private BoxTree() {}

    /** Whether a box of this type may stand at the top of a file. */
    static boolean mayStandAtTop(String type) {
        var home = HOMES.get(type);
        boolean deeper = PLAIN.contains(type) && !type.equals("udta");
        return home == null ? !deeper : home.equals(TOP);
    }

    /** Looks at a box from the top of a file and at all inside. */
    static void check(Box top) throws DamagedMp4 {
        new BoxTree().walk(top, 1);
    }

    private void walk(Box box, int depth) throws DamagedMp4 {
        if (depth > DEEPEST) throw new DamagedMp4("The file's boxes are nested too deeply to be a recording's.");
        if (++boxes > MOST_BOXES) throw new DamagedMp4("The file has too many boxes to be a recording.");
        EntryRoom.check(box);
        int skip = skip(box);
        if (skip < 0) return;
        var seen = new HashSet<String>();
        for (var child : box.children(skip)) {
            var home = HOMES.get(child.type());
            if (home != null && !home.equals(box.type())) {
                throw new DamagedMp4("The box %s stands where it does not belong.".formatted(child.type()));
            }
            if (child.type().equals("cmov"))
                throw new DamagedMp4("The file's tables are packed, as no recording's are.");
            if (home != null && !REPEATED.contains(child.type()) && !seen.add(child.type())) {
                throw new DamagedMp4("The box %s is there twice.".formatted(child.type()));
            }
            walk(child, depth + 1);
        }
    }

    /** How many bytes of its content stand before the boxes inside; below 0 for one without any. */
    private static int skip(Box box) {
        var type = box.type();
        var content = box.content();
        if (PLAIN.contains(type)) return 0;
        if (PICTURES.contains(type)) return PICTURE_ENTRY;
        if (type.equals("stsd") || type.equals("dref")) return 8;
        if (SOUNDS.contains(type) && content.limit() >= 10) {
            return switch (content.getShort(8)) {
                case 0 -> 28;
                case 1 -> 44; // as QuickTime writes it
                default -> 64;
            };
        }
        // QuickTime's has neither version nor flags.
        if (type.equals("meta") && content.limit() >= 8)
            return Box.type(content, 4).equals("hdlr") ? 0 : 4;
        return -1;
    }
}
