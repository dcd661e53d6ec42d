package perennial.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Plays a joined film of {@link Reel}s in a browser from its beginning to its end, listens and looks. Tells for each segment
 * by how much its beeps are heard after the moment at which its pictures, by the numbers in them, place them. A constant
 * distance is the browser's own; what counts is that it does not change at a join.
 */
final class SoundAndPicture {
    /** Runs beside the page's own script and tells when a beep begins, on the sound's clock. */
    static final String EAR = """
            registerProcessor('ear', class extends AudioWorkletProcessor {
              constructor() { super(); this.quiet = 1e9; }
              process(inputs) {
                const sound = inputs[0][0];
                for (let i = 0; sound && i < sound.length; i++) {
                  this.quiet++;
                  if (Math.abs(sound[i]) < 0.2) continue;
                  if (this.quiet > sampleRate / 4) this.port.postMessage((currentFrame + i) / sampleRate);
                  this.quiet = 0;
                }
                return true;
              }
            });""";

    private static final String WATCH = """
            async () => {
              const v = document.querySelector('video');
              const context = new AudioContext();
              await context.audioWorklet.addModule('ear.js');
              const ear = new AudioWorkletNode(context, 'ear');
              context.createMediaElementSource(v).connect(ear).connect(context.destination);
              const heard = [], seen = [];
              ear.port.onmessage = message => {
                const now = context.getOutputTimestamp();
                heard.push(now.performanceTime + 1000 * (message.data - now.contextTime));
              };
              const c = document.createElement('canvas');
              c.width = 280; c.height = 60;
              const g = c.getContext('2d', { willReadFrequently: true });
              const look = (now, frame) => {
                g.drawImage(v, 0, 0, 280, 60);
                const row = g.getImageData(0, 50, 280, 1).data;
                let bits = 0;
                for (let i = 0; i < 14; i++) if (row[4 * (10 + 20 * i)] > 127) bits |= 1 << i;
                seen.push([frame.expectedDisplayTime, bits >> 10, bits & 1023]);
                v.requestVideoFrameCallback(look);
              };
              v.requestVideoFrameCallback(look);
              const ended = new Promise((done, failed) => { v.onended = done; v.onerror = () => failed(v.error.message); });
              v.currentTime = 0;
              await v.play();
              await ended;
              await new Promise(done => setTimeout(done, 200));
              return { heard, seen };
            }""";

    private static final double PICTURE_MS = 40;

    private SoundAndPicture() {}

    /** Milliseconds, one a segment. Empty if the machine was too busy to hear every beep. */
    static List<Double> distances(Page page, Cut.Done done) throws java.io.IOException {
        var result = (Map<?, ?>) page.evaluate(WATCH);
        var heard = list(result, "heard").stream().map(SoundAndPicture::number).toList();
        var marks = marks(done);
        if (heard.size() != marks.stream().mapToInt(List::size).sum()) return List.of();
        var distances = new ArrayList<Double>();
        int beep = 0;
        for (int segment = 0; segment < marks.size(); segment++) {
            double start = millis(done.joined().starts().get(segment));
            var shown = new ArrayList<Double>();
            for (var each : list(result, "seen")) {
                var picture = (List<?>) each;
                if (number(picture.get(1)) != segment + 1) continue;
                shown.add(number(picture.getFirst()) - start - PICTURE_MS * number(picture.get(2)));
            }
            assertThat(shown).as("pictures seen of segment %d", segment + 1).isNotEmpty();
            var late = new ArrayList<Double>();
            for (double mark : marks.get(segment)) late.add(heard.get(beep++) - mark - median(shown));
            distances.add(median(late));
        }
        return distances;
    }

    /** When each beep of each segment is due, in milliseconds of the film. */
    private static List<List<Double>> marks(Cut.Done done) throws java.io.IOException {
        var marks = new ArrayList<List<Double>>();
        for (int i = 0; i < done.segments().size(); i++) {
            double start = millis(done.joined().starts().get(i));
            var segment = done.segments().get(i);
            marks.add(
                    segment == null
                            ? List.of()
                            : Screening.byTime(segment.file()).beeps().stream()
                                    .map(beep -> start + 1000 * beep)
                                    .toList());
        }
        return marks;
    }

    private static double median(List<Double> numbers) {
        var sorted = numbers.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    private static List<?> list(Map<?, ?> result, String name) {
        return (List<?>) Objects.requireNonNull(result.get(name), name);
    }
}
