package perennial.web;

import java.util.List;

/**
 * Places that a module adds to the menu. Beans are asked for each page, in Spring's order ({@code @Order}: library 0,
 * zoom 100, people 200, settings 300, mail 400, audit 500, jobs 600), so an answer must be cheap.
 */
@FunctionalInterface
public interface MenuEntries {
    List<MenuEntry> entries();
}
