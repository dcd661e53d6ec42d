package perennial.sync;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far one deletion at Zoom has come. */
public enum IntentState {
    /** Decided, and perhaps called: only a look at Zoom tells. */
    INTENDED,
    /** Zoom took the call. It has not been read back yet. */
    CALLED,
    /** Seen to have happened. */
    DONE,
    /** Given up: switched off meanwhile, or Zoom still has it. */
    STOPPED,
    /** Brought back from the trash. */
    RECOVERED;

    /** The word of the API. */
    @JsonValue
    public String word() {
        return Word.of(this);
    }
}
