package zoomsim.media;

import java.util.List;

/**
 * What the camera sees during one picture.
 *
 * @param speaker who speaks, or spoke last; an index into the people of the meeting
 * @param mouth how far the speaker's mouth is open, from 0 to 3; 0 while nobody speaks
 * @param speaking whether somebody speaks just now
 * @param line index of the script's line that is spoken, or was last
 * @param eyesShut one for each person
 */
record Moment(int speaker, int mouth, boolean speaking, int line, List<Boolean> eyesShut) {
    int mouthOf(int person) {
        return person == speaker ? mouth : 0;
    }

    boolean speaks(int person) {
        return speaking && person == speaker;
    }
}
