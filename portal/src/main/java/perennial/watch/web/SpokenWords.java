package perennial.watch.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import perennial.library.Face;
import perennial.watch.TalkLanes;
import perennial.watch.Watch.Opened;
import perennial.web.Lengths;

/** What was said and written, as it is printed beside the video. */
record SpokenWords(Opened opened) {
    List<WatchPage.Line> lines() {
        var lines = new ArrayList<WatchPage.Line>();
        String before = null;
        for (var line : opened.lines()) {
            var same = Objects.equals(before, line.speaker());
            lines.add(new WatchPage.Line(
                    StartTime.text(line.start()), Lengths.clock(line.start()), same ? null : line.speaker(), line.text()));
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
        return opened.lanes().lanes().stream().map(SpokenWords::lane).toList();
    }

    /** "6 people, Tomas Okafor most". */
    String talk() {
        var lanes = opened.lanes();
        if (lanes.lanes().isEmpty()) return "";
        var most = lanes.lanes().getFirst().name();
        return lanes.people() == 1 ? most : "%d people, %s most".formatted(lanes.people(), most);
    }

    private static WatchPage.Lane lane(TalkLanes.Lane lane) {
        return new WatchPage.Lane(
                Face.of(lane.name()),
                lane.percent() + " %",
                "%s speaks %d percent of the time".formatted(lane.name(), lane.percent()),
                lane.stretches().stream()
                        .map(stretch -> new WatchPage.Stretch(
                                Long.toString(stretch.start().toSeconds()),
                                Long.toString(Math.max(
                                        1, stretch.end().minus(stretch.start()).toSeconds()))))
                        .toList());
    }
}
