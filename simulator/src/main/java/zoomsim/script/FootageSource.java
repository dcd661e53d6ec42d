package zoomsim.script;

import java.util.List;

/** Turns scripts into recorded files. */
public interface FootageSource {
    /** All files of all takes; the same script gives the same bytes. May take minutes, and blocks until all are made. */
    List<FootageFile> record(MeetingScript script);
}
