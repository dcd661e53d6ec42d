package zoomsim.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Films a performance: draws each picture and has FFmpeg encode it, with the sound copied from a finished file. */
final class Camera {
    /** The same for every take of a view: what one encoder made so, can be joined without encoding again. */
    private static final List<String> PICTURE_ENCODER =
            List.of(("-c:v libx264 -profile:v high -preset veryfast -crf 23 -bf 2 -pix_fmt yuv420p"
                            + " -g 50 -keyint_min 50 -sc_threshold 0 -flags +cgop+bitexact -threads 2"
                            + " -colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv")
                    .split(" "));

    private static final List<String> SOUND_ENCODER =
            List.of("-c:a aac -ar 32000 -ac 1 -b:a 64k -flags +bitexact".split(" "));
    private static final List<String> CONTAINER =
            List.of("-map_metadata -1 -fflags +bitexact -movflags +faststart -f mp4".split(" "));

    private static final int TALK_STEP = 3;

    private final Ffmpeg ffmpeg;
    private final Lettering lettering;

    Camera(Ffmpeg ffmpeg, Lettering lettering) {
        this.ffmpeg = ffmpeg;
        this.lettering = lettering;
    }

    /** Writes the sound alone: AAC, mono, 32 kHz. */
    Path recordSound(Soundtrack sound, Path target) {
        List<String> arguments = new ArrayList<>(
                List.of("-f", "s16le", "-ar", Integer.toString(Narrator.RATE), "-ac", "1", "-i", "pipe:0"));
        arguments.addAll(SOUND_ENCODER);
        arguments.addAll(CONTAINER);
        arguments.add(target.toString());
        ffmpeg.encode(arguments, stdin -> stdin.write(sound.pcm()));
        return target;
    }

    /** Writes H.264 pictures of a view beside {@code sound}, which must be this performance's. */
    Path film(String recordingType, Performance performance, Path sound, Path target) {
        var scene = Scene.of(recordingType, performance, lettering);
        var rate = Integer.toString(Studio.FRAMES_PER_SECOND);
        return encode(scene, rate, sound, target, stdin -> shoot(scene, performance, stdin));
    }

    /** The same of a talk: every third picture, without counter and marks. */
    Path filmTalk(Scene scene, Performance performance, Path sound, Path target) {
        var rate = Studio.FRAMES_PER_SECOND + "/" + TALK_STEP;
        return encode(scene, rate, sound, target, stdin -> shootTalk(scene, performance, stdin));
    }

    private Path encode(Scene scene, String rate, Path sound, Path target, Ffmpeg.Feed shooting) {
        List<String> arguments = new ArrayList<>(List.of("-f", "rawvideo", "-pix_fmt", "bgr24", "-s"));
        arguments.add(scene.width() + "x" + scene.height());
        arguments.addAll(List.of("-r", rate, "-i", "pipe:0"));
        arguments.addAll(List.of("-i", sound.toString(), "-map", "0:v", "-map", "1:a", "-c:a", "copy"));
        arguments.addAll(List.of("-vf", "scale=out_color_matrix=bt709:out_range=tv"));
        arguments.addAll(PICTURE_ENCODER);
        arguments.addAll(CONTAINER);
        arguments.add(target.toString());
        ffmpeg.encode(arguments, shooting);
        return target;
    }

    private void shoot(Scene scene, Performance performance, OutputStream film) throws IOException {
        var base = picture(scene);
        var shot = picture(scene);
        Moment shown = null;
        for (int frame = 0; frame < performance.sound().frames(); frame++) {
            var moment = performance.at(frame);
            if (!moment.equals(shown)) paint(scene, moment, base);
            shown = moment;
            System.arraycopy(bytes(base), 0, bytes(shot), 0, bytes(shot).length);
            var g = shot.createGraphics();
            Cards.smooth(g);
            counter(g, scene, performance.number(), frame);
            if (isMarked(frame, performance.sound().frames())) mark(g, scene);
            g.dispose();
            film.write(bytes(shot));
        }
    }

    private static void shootTalk(Scene scene, Performance performance, OutputStream film) throws IOException {
        var picture = picture(scene);
        Moment shown = null;
        for (int frame = 0; frame < performance.sound().frames(); frame += TALK_STEP) {
            var moment = performance.at(frame);
            if (!moment.equals(shown)) paint(scene, moment, picture);
            shown = moment;
            film.write(bytes(picture));
        }
    }

    private static void paint(Scene scene, Moment moment, BufferedImage base) {
        var g = base.createGraphics();
        Cards.smooth(g);
        g.setColor(Scene.GROUND);
        g.fillRect(0, 0, scene.width(), scene.height());
        scene.paint(g, moment);
        g.dispose();
    }

    private void counter(Graphics2D g, Scene scene, int take, int frame) {
        double size = scene.height() / 33.0;
        g.setFont(lettering.plain(size));
        g.setColor(new Color(0x6f7c75));
        var text = "take %d · %06d".formatted(take, frame);
        g.drawString(text, (float) (scene.width() - size - g.getFontMetrics().stringWidth(text)), (float)
                (scene.height() - size * 0.62));
    }

    static boolean isMarked(int frame, int frames) {
        int first = Math.toIntExact(Studio.MARK_AFTER_START.toMillis()) * Studio.FRAMES_PER_SECOND / 1000;
        int last = frames - Math.toIntExact(Studio.MARK_BEFORE_END.toMillis()) * Studio.FRAMES_PER_SECOND / 1000;
        return isWithin(frame, first) || isWithin(frame, last);
    }

    private static boolean isWithin(int frame, int mark) {
        return frame >= mark && frame < mark + Studio.MARK_FRAMES;
    }

    private static void mark(Graphics2D g, Scene scene) {
        int side = scene.height() / Studio.MARK_SIDE_PER_HEIGHT;
        g.setColor(Color.WHITE);
        g.fillRect(0, scene.height() - side, side, side);
    }

    private static BufferedImage picture(Scene scene) {
        return new BufferedImage(scene.width(), scene.height(), BufferedImage.TYPE_3BYTE_BGR);
    }

    private static byte[] bytes(BufferedImage picture) {
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }
}
