package perennial.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import perennial.audit.AuditLog;
import perennial.people.Person;
import perennial.people.Role;
import perennial.web.PortalException;

/** The portal's categories. Managers change them, and each change is in the audit log. */
@Service
public class Categories {
    private static final int LONGEST_NAME = 80;
    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    Categories(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A category as the page of categories shows it.
     *
     * @param videos how many items are in it, those in the bin left out
     */
    public record Counted(Category category, long videos) {}

    /** All of them, by name. */
    public List<Category> all() {
        return jdbc.sql("select id, name from category order by name_key limit :most")
                .param("most", MOST)
                .query(Categories::read)
                .list();
    }

    /** All of them, by name, with how much is in each. */
    public List<Counted> counted() {
        return jdbc.sql("""
                        select c.id, c.name,
                            (select count(*) from media m where m.category = c.id and m.status <> 'DELETED') as videos
                        from category c order by c.name_key limit :most""")
                .param("most", MOST)
                .query((row, number) -> new Counted(read(row, number), row.getLong("videos")))
                .list();
    }

    public Optional<Category> find(CategoryId id) {
        return jdbc.sql("select id, name from category where id = :id")
                .param("id", id.value())
                .query(Categories::read)
                .optional();
    }

    /** By name, ignoring case and outer space. */
    public Optional<Category> named(String name) {
        return jdbc.sql("select id, name from category where name_key = :key")
                .param("key", key(name))
                .query(Categories::read)
                .optional();
    }

    /**
     * Adds a category.
     *
     * @throws PortalException if {@code by} is no Manager, or the name is empty, too long or taken
     */
    @Transactional
    public Category add(String name, Person by) {
        managers(by);
        var category = new Category(CategoryId.random(), checked(name));
        try {
            jdbc.sql("insert into category (id, name, name_key, created_at) values (:id, :name, :key, :now)")
                    .param("id", category.id().value())
                    .param("name", category.name())
                    .param("key", key(category.name()))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
        audit.record(by.email(), "category.added", category.name(), "");
        return category;
    }

    /**
     * Gives it another name.
     *
     * @throws PortalException as {@link #add}, or if there is no such category
     */
    @Transactional
    public void rename(CategoryId id, String name, Person by) {
        managers(by);
        var before = find(id).orElseThrow(PortalException::notFound);
        var wanted = checked(name);
        if (before.name().equals(wanted)) return;
        try {
            jdbc.sql("update category set name = :name, name_key = :key where id = :id")
                    .param("name", wanted)
                    .param("key", key(wanted))
                    .param("id", id.value())
                    .update();
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
        audit.record(by.email(), "category.renamed", before.name(), before.name() + " → " + wanted);
    }

    /** Removes it; its videos stay, without a category. */
    @Transactional
    public void remove(CategoryId id, Person by) {
        managers(by);
        var before = find(id).orElseThrow(PortalException::notFound);
        jdbc.sql("delete from category where id = :id").param("id", id.value()).update();
        audit.record(by.email(), "category.removed", before.name(), "");
    }

    private static void managers(Person by) {
        if (by.role().atLeast(Role.MANAGER)) return;
        throw new PortalException(403, "managers-only", "Only a Manager changes categories", "Ask one of them.");
    }

    private static String checked(String name) {
        var stripped = Versions.storable(name).strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw NotPossible.field("name", "Give the category a name of 1 to %d characters".formatted(LONGEST_NAME));
        }
        return stripped;
    }

    private static NotPossible taken(DuplicateKeyException cause) {
        var taken = NotPossible.field("name", "There is a category of this name already");
        taken.initCause(cause);
        return taken;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static Category read(ResultSet row, int number) throws SQLException {
        return new Category(new CategoryId(row.getObject("id", UUID.class)), row.getString("name"));
    }
}
