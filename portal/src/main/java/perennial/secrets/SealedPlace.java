package perennial.secrets;

import java.util.List;

/** Where a module keeps sealed secrets; made by that module, so that a change of the key reaches them. */
public interface SealedPlace {
    /**
     * A sealed secret where it lies.
     *
     * @param context what it was sealed for
     */
    record Sealed(String context, String text) {}

    /** All that lie there. */
    List<Sealed> all();

    /** Puts {@code fresh} in the place of {@code old}; does nothing if something else lies there by now. */
    void replace(Sealed old, String fresh);
}
