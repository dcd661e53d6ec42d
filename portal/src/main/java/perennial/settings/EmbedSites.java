package perennial.settings;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;

/**
 * The sites whose pages may show videos in a frame, where a video allows embedding at all. A setting of the portal; with none, every
 * site may.
 */
@Service
public class EmbedSites {
    private static final int MOST = 50;
    /** An origin; its first label may be a star. What fits can stand in a header as it is. */
    private static final Pattern SITE =
            Pattern.compile("https?://(\\*\\.)?[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*(:\\d{1,5})?");

    private final JdbcClient jdbc;
    private final AuditLog audit;

    EmbedSites(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Origins such as {@code https://intranet.example.org} or {@code https://*.example.org}. */
    public List<String> all() {
        return jdbc.sql("select unnest(embed_sites) as site from portal_setting")
                .query((row, number) -> row.getString("site"))
                .list();
    }

    /**
     * Changes them.
     *
     * @param actor e-mail address of the person who changes them
     * @throws IllegalArgumentException if one is no origin; the message names it
     */
    @Transactional
    public void change(List<String> sites, String actor) {
        var wanted = sites.stream().map(EmbedSites::checked).distinct().toList();
        if (wanted.size() > MOST) throw new IllegalArgumentException("embedSites: use at most " + MOST);
        if (wanted.equals(all())) return;
        jdbc.sql("update portal_setting set embed_sites = :sites")
                .param("sites", wanted.toArray(String[]::new))
                .update();
        audit.record(
                actor,
                "settings.changed",
                "Portal settings",
                "sites that may embed: " + (wanted.isEmpty() ? "all" : String.join(", ", wanted)));
    }

    /** One a line, or with spaces or commas between, as people type them. */
    public static List<String> typed(String text) {
        return Arrays.stream(text.split("[\\s,]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String checked(String site) {
        var bare = site.endsWith("/") ? site.substring(0, site.length() - 1) : site;
        if (!SITE.matcher(bare).matches()) {
            throw new IllegalArgumentException(
                    "“%s” is no site: write it as https://intranet.example.org".formatted(site));
        }
        return bare;
    }
}
