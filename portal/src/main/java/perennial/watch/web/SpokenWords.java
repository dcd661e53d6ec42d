package perennial.watch.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import perennial.library.Face;
import perennial.watch.TalkLanes;
import perennial.watch.Watch.Opened;
import perennial.web.Lengths;

/** What was said and written, as it is printed beside the video. */
record SpokenWords(Opened opened) {
    /** How finely a lane is drawn: it is this wide, whatever the length of the video. */
    private static final long UNITS = 10_000;

    List<WatchPage.Line> lines() {
        var lines = new ArrayList<WatchPage.Line>();
        String before = null;
        for (var line : opened.lines()) {
            var same = Objects.equals(before, line.speaker());
            lines.add(new WatchPage.Line(
                    StartTime.text(line.start()),
                    Lengths.clock(line.start()),
                    same ? null : line.speaker(),
                    line.text()));
            before = line.speaker();
        }
        return lines;
    }

    List<WatchPage.Message> messages() {
        return opened.content().chat().stream()
                .map(line -> new WatchPage.Message(
                        StartTime.text(line.at()), Lengths.clock(line.at()), Face.of(line.from()), line.text()))
                .toList();
    }

    List<WatchPage.Lane> lanes() {
        return opened.lanes().lanes().stream().map(this::lane).toList();
    }

    /** "6 people, Tomas Okafor most". */
    String talk() {
        var lanes = opened.lanes();
        if (lanes.lanes().isEmpty()) return "";
        var most = lanes.lanes().getFirst().name();
        return lanes.people() == 1 ? most : "%d people, %s most".formatted(lanes.people(), most);
    }

    private WatchPage.Lane lane(TalkLanes.Lane lane) {
        return new WatchPage.Lane(
                Face.of(lane.name()),
                lane.percent() + " %",
                "%s speaks %d percent of the time".formatted(lane.name(), lane.percent()),
                lane.stretches().stream().map(this::stretch).toList());
    }

    private WatchPage.Stretch stretch(TalkLanes.Stretch stretch) {
        var start = share(stretch.start());
        return new WatchPage.Stretch(Long.toString(start), Long.toString(Math.max(1, share(stretch.end()) - start)));
    }

    private long share(Duration at) {
        return UNITS * at.toMillis() / Math.max(1, opened.media().length().toMillis());
    }
}
