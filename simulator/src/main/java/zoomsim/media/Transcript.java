package zoomsim.media;

import java.time.Duration;

/** Zoom's transcript of a take: WebVTT with numbered cues, times since the take began, CRLF. */
final class Transcript {
    private Transcript() {}

    static String of(Soundtrack sound) {
        var text = new StringBuilder("WEBVTT\r\n");
        int number = 1;
        for (var sentence : sound.spoken()) {
            // Zoom leaves the name out where it does not know who spoke.
            var name = sentence.speaker().isBlank() ? "" : sentence.speaker() + ": ";
            text.append("\r\n%d\r\n%s --> %s\r\n%s%s\r\n"
                    .formatted(number++, time(sentence.start()), time(sentence.end()), name, sentence.text()));
        }
        return text.toString();
    }

    /** {@code HH:MM:SS.mmm}, as transcripts and timelines have it. */
    static String time(Duration time) {
        return "%02d:%02d:%02d.%03d"
                .formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart(), time.toMillisPart());
    }
}
