package perennial.web;

/** How the portal is called. Made by the settings module. */
@FunctionalInterface
public interface Brand {
    String name();
}
