package perennial.search;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How words are understood.
 *
 * @param language in which most is said, by PostgreSQL's name for it: its words are found in all their forms, those of other
 *     languages as they are written; {@code simple} for none
 */
@Validated
@ConfigurationProperties("perennial.search")
record SearchProperties(
        @NotNull
        @Pattern(
                regexp = "simple|arabic|armenian|basque|catalan|danish|dutch|english|finnish|french|german|greek|hindi"
                        + "|hungarian|indonesian|irish|italian|lithuanian|nepali|norwegian|portuguese|romanian|russian"
                        + "|serbian|spanish|swedish|tamil|turkish|yiddish",
                message = "must be a language PostgreSQL knows, such as english or german, or simple")
        String language) {

    /** The text search configuration of that language. */
    String configuration() {
        return "search_" + language;
    }
}
