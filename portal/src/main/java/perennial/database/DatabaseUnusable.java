package perennial.database;

import org.jspecify.annotations.Nullable;

/** The portal cannot start for want of a database. The message says what is wrong, the action what to do. */
final class DatabaseUnusable extends RuntimeException {
    private final String action;

    DatabaseUnusable(String whatIsWrong, String whatToDo, @Nullable Throwable cause) {
        super(whatIsWrong, cause);
        this.action = whatToDo;
    }

    DatabaseUnusable(String whatIsWrong, String whatToDo) {
        this(whatIsWrong, whatToDo, null);
    }

    String action() {
        return action;
    }
}
