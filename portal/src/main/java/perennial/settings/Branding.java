package perennial.settings;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;
import perennial.web.PortalException;

/** How the portal looks: accent colour and logo. */
@Service
public class Branding {
    private final JdbcClient jdbc;
    private final AuditLog audit;

    Branding(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * Chooses the colour of actions and selections.
     *
     * @param actor e-mail address of the person who changes it
     */
    @Transactional
    public void accent(Accent accent, String actor) {
        int changed = jdbc.sql("update portal_brand set accent = :accent where accent <> :accent")
                .param("accent", accent.code())
                .update();
        if (changed == 1) audit.record(actor, "settings.changed", "Branding", "accent: " + accent.code());
    }

    /**
     * Takes a logo in; what is kept is a new picture, see {@link Logos}.
     *
     * @param file PNG or JPEG, at most 1 MB
     * @throws PortalException if the file makes no logo; its next step says what works
     */
    @Transactional
    public void logo(byte[] file, String actor) {
        byte[] png;
        try {
            png = Logos.png(file);
        } catch (Logos.Unusable e) {
            throw PortalException.badRequest("unusable-logo", "This is no logo", String.valueOf(e.getMessage()));
        }
        jdbc.sql("update portal_brand set logo = :logo, logo_key = :key")
                .param("logo", png)
                .param("key", key(png))
                .update();
        audit.record(actor, "settings.changed", "Branding", "logo: " + png.length + " bytes");
    }

    /** Back to the portal's own mark. */
    @Transactional
    public void noLogo(String actor) {
        int changed = jdbc.sql("update portal_brand set logo = null, logo_key = null where logo is not null")
                .update();
        if (changed == 1) audit.record(actor, "settings.changed", "Branding", "logo: taken away");
    }

    /** The logo's bytes, a PNG; empty when {@code key} is not that of the present one. */
    public Optional<byte[]> logo(String key) {
        return jdbc.sql("select logo from portal_brand where logo_key = :key")
                .param("key", key.toLowerCase(Locale.ROOT))
                .query(byte[].class)
                .optional();
    }

    private static String key(byte[] png) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
