package perennial.video;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.video.mp4.Coding;
import perennial.video.mp4.Fitness;
import perennial.video.mp4.Take;

/** Finds the coding that most of a view has: the others are made to match it, so that as little as possible is touched. */
final class Models {
    private Models() {}

    private record Group(Coding coding, double seconds) {}

    /** Empty if no track can be joined as it is coded. */
    static Optional<Coding> of(List<Take.@Nullable From> tracks, Sources sources) throws IOException {
        var groups = new ArrayList<Group>();
        for (int i = 0; i < tracks.size(); i++) {
            var from = tracks.get(i);
            if (from == null || sources.fitness(from, i == 0).remedy().compareTo(Fitness.Remedy.REMUX) > 0) continue;
            add(groups, Coding.of(from.track()), from.track().seconds());
        }
        Group longest = null;
        for (var group : groups) if (longest == null || group.seconds > longest.seconds) longest = group;
        return Optional.ofNullable(longest).map(Group::coding);
    }

    private static void add(List<Group> groups, Coding coding, double seconds) {
        for (int i = 0; i < groups.size(); i++) {
            var group = groups.get(i);
            if (group.coding.difference(coding) != null) continue;
            groups.set(i, new Group(group.coding, group.seconds + seconds));
            return;
        }
        groups.add(new Group(coding, seconds));
    }
}
