package perennial.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import perennial.library.Facts;
import perennial.library.MediaId;
import perennial.people.Person;
import perennial.people.PersonId;

/** The stored submissions. Every method is one statement, but {@link #open}, and joins the caller's transaction. */
@Repository
class Submissions {
    private static final String SELECT = """
            select s.*, coalesce(submitter.name, '') as submitter_name, coalesce(decider.name, '') as decider_name,
                (select count(*) from approval a where a.submission = s.id) as approvals,
                exists (select 1 from submission_before b where b.submission = s.id) as edited
            from submission s
                join media m on m.id = s.media
                left join person submitter on submitter.id = s.submitted_by
                left join person decider on decider.id = s.decided_by
            """;

    private final JdbcClient jdbc;

    Submissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    SubmissionId open(MediaId media, @Nullable Person by, int needed, @Nullable Facts before, Instant now) {
        var id = SubmissionId.random();
        jdbc.sql("""
                        insert into submission (id, media, submitted_at, submitted_by, needed, state)
                        values (:id, :media, :now, :by, :needed, 'WAITING')""")
                .param("id", id.value())
                .param("media", media.value())
                .param("now", at(now))
                .param("by", by == null ? null : by.id().value())
                .param("needed", needed)
                .update();
        if (before != null) before.values().forEach((field, value) -> remember(id, field, value));
        return id;
    }

    private void remember(SubmissionId id, Facts.Field field, String value) {
        jdbc.sql("insert into submission_before (submission, field, value) values (:id, :field, :value)")
                .param("id", id.value())
                .param("field", field.name())
                .param("value", value)
                .update();
    }

    /** The one that waits, with its row locked until the transaction ends. */
    Optional<Submission> waiting(MediaId media) {
        return jdbc.sql(SELECT + "where s.media = :media and s.state = 'WAITING' for update of s")
                .param("media", media.value())
                .query(Submissions::read)
                .optional();
    }

    /** The latest of an item, whatever became of it. */
    Optional<Submission> latest(MediaId media) {
        return jdbc.sql(SELECT + "where s.media = :media order by s.submitted_at desc, s.id limit 1")
                .param("media", media.value())
                .query(Submissions::read)
                .optional();
    }

    /** The queue, longest waiting first, behind {@code after}; what is in the bin waits there. */
    List<Submission> queue(Place after, int limit) {
        return jdbc.sql(SELECT + """
                        where s.state = 'WAITING' and m.status = 'IN_REVIEW' and (s.submitted_at, s.id) > (:at, :id)
                        order by s.submitted_at, s.id limit :limit""")
                .param("at", at(after.at()))
                .param("id", after.id())
                .param("limit", limit)
                .query(Submissions::read)
                .list();
    }

    /** Those with that outcome, latest first, behind {@code after}. */
    List<Submission> decided(Outcome outcome, Place after, int limit) {
        return jdbc.sql(SELECT + """
                        where s.state = :state and s.state <> 'WAITING' and m.status <> 'DELETED'
                            and (s.decided_at, s.id) < (:at, :id)
                        order by s.decided_at desc, s.id desc limit :limit""")
                .param("state", outcome.name())
                .param("at", at(after.at()))
                .param("id", after.id())
                .param("limit", limit)
                .query(Submissions::read)
                .list();
    }

    /** How many wait. */
    int count() {
        return jdbc.sql("""
                        select count(*) from submission s join media m on m.id = s.media
                        where s.state = 'WAITING' and m.status = 'IN_REVIEW'""").query(Integer.class).single();
    }

    /** What had been approved; empty if nothing had. */
    Optional<Facts> before(SubmissionId id) {
        var values = new EnumMap<Facts.Field, String>(Facts.Field.class);
        jdbc.sql("select field, value from submission_before where submission = :id")
                .param("id", id.value())
                .query((row, number) -> values.put(Facts.Field.valueOf(row.getString("field")), row.getString("value")))
                .list();
        return values.isEmpty() ? Optional.empty() : Optional.of(new Facts(values));
    }

    void approve(SubmissionId id, PersonId by, Instant now) {
        jdbc.sql("""
                        insert into approval (submission, person, at) values (:id, :by, :now)
                        on conflict (submission, person) do nothing""")
                .param("id", id.value())
                .param("by", by.value())
                .param("now", at(now))
                .update();
    }

    int approvals(SubmissionId id) {
        return jdbc.sql("select count(*) from approval where submission = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** Who approved so far, by name. */
    List<String> approvers(SubmissionId id) {
        return jdbc.sql("""
                        select p.name from approval a join person p on p.id = a.person
                        where a.submission = :id order by a.at""")
                .param("id", id.value())
                .query((row, number) -> row.getString("name"))
                .list();
    }

    void forgetApprovals(SubmissionId id) {
        jdbc.sql("delete from approval where submission = :id")
                .param("id", id.value())
                .update();
    }

    void close(SubmissionId id, Outcome outcome, @Nullable Person by, String note, Instant now) {
        jdbc.sql("""
                        update submission set state = :state, decided_at = :now, decided_by = :by, note = :note
                        where id = :id""")
                .param("state", outcome.name())
                .param("now", at(now))
                .param("by", by == null ? null : by.id().value())
                .param("note", note)
                .param("id", id.value())
                .update();
    }

    /** The latest of each item, where it was sent back. */
    List<Submission> sentBack(List<MediaId> items) {
        return jdbc.sql(SELECT + """
                        where s.media = any(:items) and s.state in ('REJECTED', 'RETURNED')
                            and not exists (
                                select 1 from submission later
                                where later.media = s.media and later.submitted_at > s.submitted_at)""")
                .param("items", items.stream().map(MediaId::value).toArray(UUID[]::new))
                .query(Submissions::read)
                .list();
    }

    private static Submission read(ResultSet row, int number) throws SQLException {
        var by = row.getObject("submitted_by", UUID.class);
        var decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Submission(
                new SubmissionId(row.getObject("id", UUID.class)),
                new MediaId(row.getObject("media", UUID.class)),
                Objects.requireNonNull(row.getObject("submitted_at", OffsetDateTime.class))
                        .toInstant(),
                by == null ? null : new PersonId(by),
                row.getString("submitter_name"),
                row.getInt("needed"),
                row.getInt("approvals"),
                row.getBoolean("edited"),
                Outcome.valueOf(row.getString("state")),
                decided == null ? null : decided.toInstant(),
                row.getString("decider_name"),
                row.getString("note"));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
