package zoomsim.showcase;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import zoomsim.media.TalkLook;
import zoomsim.script.Line;

/**
 * A talk, and what becomes of it in the portal.
 *
 * @param by e-mail address of the author, who speaks
 * @param category name of one; absent: none
 * @param lines what is said; {@code Name: words} where somebody else says it
 * @param language of the lines; absent: English
 * @param captions in further languages, each as many as there are lines
 * @param state {@code draft}, {@code review} or {@code rejected}; absent: published
 * @param reason why it is rejected
 * @param access as the API has it; absent: the portal's default
 * @param grant the group it is for, where access is {@code chosen}
 */
record Talk(
        String title,
        String about,
        String by,
        @Nullable String category,
        List<String> tags,
        int daysAgo,
        List<String> lines,
        @Nullable String language,
        @Nullable Map<String, List<String>> captions,
        List<Chapter> chapters,
        List<Remark> comments,
        TalkLook look,
        @Nullable String state,
        @Nullable String reason,
        @Nullable String access,
        @Nullable String grant) {

    /** @param line at which it begins */
    record Chapter(int line, String title) {}

    /**
     * A comment.
     *
     * @param line that it is about; absent: the whole talk
     */
    record Remark(String by, String text, @Nullable Integer line) {}

    boolean published() {
        return state == null;
    }

    /** Whether it is brought while moderation is on. */
    boolean moderated() {
        return "review".equals(state) || "rejected".equals(state);
    }

    /** Whether everybody signed in may watch it. */
    boolean forAll() {
        return published() && (access == null || access.equals("public"));
    }

    /** What is said, by whom. */
    List<Line> spoken(Company company) {
        var author = company.nameOf(by);
        return lines.stream()
                .map(text -> {
                    var other = text.split(": ", 2);
                    boolean named = other.length == 2
                            && company.people().stream()
                                    .anyMatch(one -> one.name().equals(other[0]));
                    return named ? new Line(other[0], other[1]) : new Line(author, text);
                })
                .toList();
    }

    String spokenLanguage() {
        return Objects.requireNonNullElse(language, "en");
    }

    Map<String, List<String>> translations() {
        return captions == null ? Map.of() : captions;
    }
}
