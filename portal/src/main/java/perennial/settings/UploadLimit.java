package perennial.settings;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;

/** The largest file that may be uploaded, in bytes. A setting of the portal, 50 GB until somebody changes it. */
@Service
public class UploadLimit {
    private final JdbcClient jdbc;
    private final AuditLog audit;

    UploadLimit(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** In bytes, 1 or more. */
    public long bytes() {
        return jdbc.sql("select upload_limit_bytes from portal_setting")
                .query(Long.class)
                .single();
    }

    /**
     * Changes it, for uploads that begin from now on.
     *
     * @param actor e-mail address of the person who changes it
     * @throws IllegalArgumentException if it is less than a byte
     */
    @Transactional
    public void change(long bytes, String actor) {
        if (bytes < 1) throw new IllegalArgumentException("largestUpload: use 1 byte or more");
        int changed = jdbc.sql(
                        "update portal_setting set upload_limit_bytes = :bytes where upload_limit_bytes <> :bytes")
                .param("bytes", bytes)
                .update();
        if (changed == 1)
            audit.record(actor, "settings.changed", "Portal settings", "largest upload: " + bytes + " bytes");
    }
}
