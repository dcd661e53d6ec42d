package zoomsim.account;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * A real MP4 of any size that is stored nowhere: H.264 whose macroblocks are raw samples (I_PCM), so that each picture has
 * the same number of bytes and any byte follows from its position. The header, in front, describes all pictures at once
 * and stays below a kilobyte; what is left to the wished size is a box that players skip. Without sound.
 *
 * @param seed another seed, other colours
 * @param size in bytes
 * @param length playing time; the pictures are spread over it
 */
public record GeneratedVideo(long seed, long size, Duration length) implements Content {
    private static final int MACROBLOCK = 16;
    private static final int WIDE = 20;
    private static final int HIGH = 12;
    private static final int RAW = 384;
    private static final int BEFORE_FIRST_RAW = 4 + 1 + 4;
    private static final int BETWEEN_RAW = 2;
    private static final int FRAME = BEFORE_FIRST_RAW + WIDE * HIGH * RAW + (WIDE * HIGH - 1) * BETWEEN_RAW + 1;
    private static final int MDAT_HEADER = 16;
    private static final int FREE_HEADER = 8;
    private static final int TIMESCALE = 90_000;

    /** The smallest that holds one picture. */
    public static final long SMALLEST = 1_000L + MDAT_HEADER + FRAME + FREE_HEADER;

    public GeneratedVideo {
        if (size < SMALLEST) throw new IllegalArgumentException("no picture fits into %d bytes".formatted(size));
        if (length.toMillis() < 1) throw new IllegalArgumentException("a video has a length, not " + length);
    }

    @Override
    public void writeTo(OutputStream out, long offset, long count) throws IOException {
        var head = head();
        long end = offset + count;
        long position = offset;
        long pictures = pictures(head.length);
        var picture = new byte[FRAME];
        while (position < end) {
            if (position < head.length) {
                int length = (int) Math.min(head.length - position, end - position);
                out.write(head, (int) position, length);
                position += length;
                continue;
            }
            long number = (position - head.length) / FRAME;
            if (number >= pictures) {
                position += tail(out, position - head.length - pictures * FRAME, end - position, pictures, head.length);
                continue;
            }
            fill(picture, number);
            int from = (int) ((position - head.length) % FRAME);
            int length = (int) Math.min(FRAME - from, end - position);
            out.write(picture, from, length);
            position += length;
        }
    }

    private long pictures(int head) {
        return (size - head - FREE_HEADER) / FRAME;
    }

    /** The skipped box at the end. */
    private long tail(OutputStream out, long offset, long count, long pictures, int head) throws IOException {
        int total = Math.toIntExact(size - head - pictures * FRAME);
        var box = new byte[total];
        box[0] = (byte) (total >>> 24);
        box[1] = (byte) (total >>> 16);
        box[2] = (byte) (total >>> 8);
        box[3] = (byte) total;
        System.arraycopy("free".getBytes(StandardCharsets.US_ASCII), 0, box, 4, 4);
        out.write(box, (int) offset, (int) count);
        return count;
    }

    /** One picture: blocks of one colour each, changing with the picture's number. No byte of a colour is 0. */
    private void fill(byte[] picture, long number) {
        int nal = FRAME - 4;
        picture[0] = (byte) (nal >>> 24);
        picture[1] = (byte) (nal >>> 16);
        picture[2] = (byte) (nal >>> 8);
        picture[3] = (byte) nal;
        picture[4] = 0x65;
        var header = new BitWriter()
                .unsigned(0)
                .unsigned(7)
                .unsigned(0)
                .fixed(0, 4)
                .unsigned((int) (number % 2))
                .fixed(0, 2)
                .signed(0)
                .unsigned(25)
                .bytes();
        System.arraycopy(header, 0, picture, 5, header.length);
        int at = BEFORE_FIRST_RAW;
        for (int block = 0; block < WIDE * HIGH; block++) {
            if (block > 0) {
                picture[at++] = 0x0D;
                picture[at++] = 0;
            }
            long mixed = mixed(seed + number * 0x9E3779B97F4A7C15L + block);
            Arrays.fill(picture, at, at + 256, shade(mixed));
            Arrays.fill(picture, at + 256, at + 320, shade(mixed >>> 16));
            Arrays.fill(picture, at + 320, at + 384, shade(mixed >>> 32));
            at += RAW;
        }
        picture[at] = (byte) 0x80;
    }

    /** From 32 to 223. */
    private static byte shade(long mixed) {
        return (byte) (32 + (mixed & 0xFF) * 3 / 4);
    }

    /** The finalizer of SplitMix64. */
    private static long mixed(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** All before the first picture. Its length does not depend on how many pictures there are. */
    private byte[] head() {
        int length = head(1, 1).length;
        return head(pictures(length), length);
    }

    private byte[] head(long pictures, long firstPicture) {
        long duration = Math.max(pictures, length.toMillis() * (TIMESCALE / 1000));
        int delta = (int) (duration / pictures);
        long media = delta * pictures;
        var movie = new Mp4Boxes();
        movie.box("ftyp", box -> box.text("isom").number(512).text("isomiso2avc1mp41"));
        movie.box("moov", moov -> {
            moov.full(
                    "mvhd",
                    1,
                    0,
                    box -> box.wide(0)
                            .wide(0)
                            .number(TIMESCALE)
                            .wide(media)
                            .number(0x10000)
                            .small(0x100)
                            .zeros(10)
                            .matrix()
                            .zeros(24)
                            .number(2));
            moov.box("trak", trak -> {
                trak.full(
                        "tkhd",
                        1,
                        3,
                        box -> box.wide(0)
                                .wide(0)
                                .number(1)
                                .number(0)
                                .wide(media)
                                .zeros(16)
                                .matrix()
                                .number((WIDE * MACROBLOCK) << 16)
                                .number((HIGH * MACROBLOCK) << 16));
                trak.box("mdia", mdia -> {
                    mdia.full(
                            "mdhd",
                            1,
                            0,
                            box -> box.wide(0)
                                    .wide(0)
                                    .number(TIMESCALE)
                                    .wide(media)
                                    .small(0x55C4)
                                    .small(0));
                    mdia.full(
                            "hdlr",
                            0,
                            0,
                            box -> box.number(0).text("vide").zeros(12).text("Video\0"));
                    mdia.box("minf", minf -> {
                        minf.full("vmhd", 0, 1, box -> box.zeros(8));
                        minf.box(
                                "dinf",
                                dinf -> dinf.full(
                                        "dref", 0, 0, dref -> dref.number(1).full("url ", 0, 1, url -> {})));
                        minf.box("stbl", stbl -> {
                            stbl.full("stsd", 0, 0, box -> box.number(1).box("avc1", GeneratedVideo::sampleEntry));
                            stbl.full(
                                    "stts",
                                    0,
                                    0,
                                    box -> box.number(1).number((int) pictures).number(delta));
                            stbl.full(
                                    "stsc",
                                    0,
                                    0,
                                    box -> box.number(1)
                                            .number(1)
                                            .number((int) pictures)
                                            .number(1));
                            stbl.full("stsz", 0, 0, box -> box.number(FRAME).number((int) pictures));
                            stbl.full("co64", 0, 0, box -> box.number(1).wide(firstPicture));
                        });
                    });
                });
            });
        });
        movie.number(1).text("mdat").wide(MDAT_HEADER + pictures * FRAME);
        return movie.bytes();
    }

    private static void sampleEntry(Mp4Boxes entry) {
        entry.zeros(6)
                .small(1)
                .zeros(16)
                .small(WIDE * MACROBLOCK)
                .small(HIGH * MACROBLOCK)
                .number(0x480000)
                .number(0x480000)
                .number(0)
                .small(1)
                .zeros(32)
                .small(0x18)
                .small(0xFFFF);
        var sequence = new BitWriter()
                .fixed(0x67, 8)
                .fixed(66, 8)
                .fixed(0xC0, 8)
                .fixed(40, 8)
                .unsigned(0)
                .unsigned(0)
                .unsigned(2)
                .unsigned(0)
                .fixed(0, 1)
                .unsigned(WIDE - 1)
                .unsigned(HIGH - 1)
                .fixed(0b1100, 4)
                .fixed(1, 1)
                .bytes();
        var pictures = new BitWriter()
                .fixed(0x68, 8)
                .unsigned(0)
                .unsigned(0)
                .fixed(0, 2)
                .unsigned(0)
                .unsigned(0)
                .unsigned(0)
                .fixed(0, 3)
                .signed(0)
                .signed(0)
                .signed(0)
                .fixed(0, 3)
                .fixed(1, 1)
                .bytes();
        entry.box(
                "avcC",
                box -> box.octet(1)
                        .octet(66)
                        .octet(0xC0)
                        .octet(40)
                        .octet(0xFF)
                        .octet(0xE1)
                        .small(sequence.length)
                        .raw(sequence)
                        .octet(1)
                        .small(pictures.length)
                        .raw(pictures));
    }
}
