package perennial.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of questions to Zoom, each method one statement. */
@Repository
class InquiryRows {
    static final String TABLE = "zoom_inquiry";

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final Clock clock;

    InquiryRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param fields sealed */
    void add(
            InquiryId id,
            Inquiry.Kind kind,
            @Nullable ConnectionId connection,
            String fields,
            String question,
            String askedBy) {
        jdbc.sql("""
                        insert into zoom_inquiry (id, kind, connection_id, fields, question, asked_by, asked_at)
                        values (:id, :kind, :connection, :fields, :question, :by, :now)""")
                .param("id", id.value())
                .param("kind", kind.word())
                .param("connection", connection == null ? null : connection.value())
                .param("fields", fields)
                .param("question", question)
                .param("by", askedBy)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    Optional<Inquiry> find(InquiryId id) {
        return jdbc.sql("select * from zoom_inquiry where id = :id")
                .param("id", id.value())
                .query(InquiryRows::toInquiry)
                .optional();
    }

    /** The latest time this very question was asked. */
    Optional<Inquiry> latest(String question) {
        return jdbc.sql("select * from zoom_inquiry where question = :question order by asked_at desc limit 1")
                .param("question", question)
                .query(InquiryRows::toInquiry)
                .optional();
    }

    /** The fields of a question, sealed. */
    Optional<String> fields(InquiryId id) {
        return jdbc.sql("select fields from zoom_inquiry where id = :id")
                .param("id", id.value())
                .query((row, n) -> row.getString("fields"))
                .optional();
    }

    void began(InquiryId id) {
        jdbc.sql("update zoom_inquiry set began_at = coalesce(began_at, :now), seen = 0 where id = :id")
                .param("now", Sql.at(clock.instant()))
                .param("id", id.value())
                .update();
    }

    void seen(InquiryId id, int seen) {
        jdbc.sql("update zoom_inquiry set seen = :seen where id = :id")
                .param("seen", seen)
                .param("id", id.value())
                .update();
    }

    /**
     * It is answered, or cannot be.
     *
     * @param fields sealed, and without secrets from here on
     */
    void ended(InquiryId id, int seen, @Nullable Preview result, String failure, String fields) {
        jdbc.sql("""
                        update zoom_inquiry
                        set ended_at = :now, seen = :seen, result = cast(:result as jsonb), failure = :failure, fields = :fields
                        where id = :id""")
                .param("now", Sql.at(clock.instant()))
                .param("seen", seen)
                .param("result", result == null ? null : JSON.writeValueAsString(result))
                .param("failure", Sql.storable(failure))
                .param("fields", fields)
                .param("id", id.value())
                .update();
    }

    void forget(Instant before) {
        jdbc.sql("delete from zoom_inquiry where asked_at < :before")
                .param("before", Sql.at(before))
                .update();
    }

    private static Inquiry toInquiry(ResultSet row, int number) throws SQLException {
        var connection = row.getObject("connection_id", UUID.class);
        var result = row.getString("result");
        return new Inquiry(
                new InquiryId(row.getObject("id", UUID.class)),
                Word.parse(Inquiry.Kind.class, row.getString("kind")),
                connection == null ? null : new ConnectionId(connection),
                row.getString("asked_by"),
                Sql.instant(row, "asked_at"),
                Sql.instantOrNull(row, "began_at"),
                Sql.instantOrNull(row, "ended_at"),
                row.getInt("seen"),
                result == null ? null : JSON.readValue(result, Preview.class),
                row.getString("failure"));
    }
}
