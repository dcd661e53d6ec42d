package perennial.web;

/** Knows who looks at the page. Made by the people module. */
@FunctionalInterface
public interface Viewers {
    /** The viewer of the request that this thread serves; a guest when nobody is signed in. */
    Viewer current();
}
