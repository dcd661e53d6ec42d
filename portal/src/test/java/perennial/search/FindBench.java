package perennial.search;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import perennial.Perennial;
import perennial.library.CategoryId;
import perennial.library.Labels;
import perennial.library.MediaFilter;
import perennial.library.MediaOrder;
import perennial.library.ShelfCursor;
import perennial.library.Shelves;
import perennial.people.PersonId;

/**
 * The load of {@code bench/library} and {@code bench/search}: so many clients ask at once, each as another person, one in ten
 * as a guest and one in twenty as a Moderator. Prints one line a kind of question.
 */
final class FindBench {
    private static final int CLIENTS = 8;

    private final Search search;
    private final Shelves shelves;
    private final Labels labels;
    private final int seconds;
    private final BenchWords words = new BenchWords();

    private FindBench(Search search, Shelves shelves, Labels labels, int seconds) {
        this.search = search;
        this.shelves = shelves;
        this.labels = labels;
        this.seconds = seconds;
    }

    /** {@code library|search items seconds}. */
    public static void main(String[] arguments) throws Exception {
        var items = Integer.parseInt(arguments[1]);
        try (var portal = SpringApplication.run(Perennial.class)) {
            new BenchShelf(portal.getBean(DataSource.class), items).fill();
            var size = portal.getBean(JdbcClient.class)
                    .sql("select pg_size_pretty(pg_database_size(current_database()))")
                    .query(String.class)
                    .single();
            System.out.printf("%,d items, %,d lines, %s, %d clients%n", items, items * BenchShelf.LINES, size, CLIENTS);
            var bench = new FindBench(
                    portal.getBean(Search.class),
                    portal.getBean(Shelves.class),
                    portal.getBean(Labels.class),
                    Integer.parseInt(arguments[2]));
            if (arguments[0].equals("library")) bench.library();
            else bench.search();
        }
    }

    private void library() throws Exception {
        measure("first page with counts", random -> {
            var viewer = viewer(random);
            var page = shelves.page(viewer, MediaFilter.ALL, MediaOrder.NEWEST, ShelfCursor.START, 24);
            return page.items().size()
                    + shelves.counts(viewer, MediaFilter.ALL, MediaOrder.NEWEST).total()
                    + labels.of(viewer, MediaFilter.ALL).tags().size();
        });
        measure("page at any depth", random -> {
            var at = OffsetDateTime.parse("2021-03-01T08:00:00Z").plusMinutes(random.nextInt(5 * 365 * 24 * 60));
            var after = new ShelfCursor(at, new UUID(0, 0));
            return shelves.page(viewer(random), MediaFilter.ALL, MediaOrder.NEWEST, after, 24)
                    .items()
                    .size();
        });
        measure("filtered by host, first page with counts", random -> {
            var viewer = viewer(random);
            var host = new PersonId(BenchShelf.person(1 + random.nextInt(300)));
            var filter = new MediaFilter(List.of(host), null, null, null, null, false, false, null, null);
            var page = shelves.page(viewer, filter, MediaOrder.NEWEST, ShelfCursor.START, 24);
            return page.items().size()
                    + shelves.counts(viewer, filter, MediaOrder.NEWEST).total();
        });
        measure("of one category with a tag, first page with counts", random -> {
            var viewer = viewer(random);
            var filter = new MediaFilter(
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    false,
                    false,
                    new CategoryId(BenchShelf.category(random.nextInt(BenchShelf.CATEGORIES))),
                    BenchShelf.tag(random.nextInt(BenchShelf.TAGS)));
            var page = shelves.page(viewer, filter, MediaOrder.NEWEST, ShelfCursor.START, 24);
            return page.items().size()
                    + shelves.counts(viewer, filter, MediaOrder.NEWEST).total()
                    + labels.of(viewer, filter).tags().size();
        });
        measure("longest, title", random -> {
            var order = random.nextBoolean() ? MediaOrder.LONGEST : MediaOrder.TITLE;
            return shelves.page(viewer(random), MediaFilter.ALL, order, ShelfCursor.START, 24)
                    .items()
                    .size();
        });
    }

    private void search() throws Exception {
        ToIntFunction<Random> rare = random -> found(random, words.word(2_000 + random.nextInt(50_000)));
        ToIntFunction<Random> two = random ->
                found(random, words.word(words.spoken(random)) + " " + words.word(50 + random.nextInt(5_000)));
        ToIntFunction<Random> common = random -> found(random, words.word(1 + random.nextInt(40)));
        ToIntFunction<Random> prefix = random -> {
            var word = words.word(words.spoken(random));
            return search.typing(word.substring(0, 2 + random.nextInt(word.length() - 2)), viewer(random), 6)
                    .hits()
                    .size();
        };
        measure(
                "60 % rare, 30 % two words, 10 % common or prefix",
                random -> {
                    var kind = random.nextInt(20);
                    return (kind < 12 ? rare : kind < 18 ? two : kind < 19 ? common : prefix).applyAsInt(random);
                });
        measure("rare word", rare);
        measure("two words", two);
        measure("common word", common);
        measure("beginning of a word, as typed", prefix);
        measure("related to an item", random -> {
            var viewer = viewer(random);
            var at = OffsetDateTime.parse("2021-03-01T08:00:00Z").plusMinutes(random.nextInt(5 * 365 * 24 * 60));
            var page = shelves.page(viewer, MediaFilter.ALL, MediaOrder.NEWEST, new ShelfCursor(at, new UUID(0, 0)), 1);
            return page.items().isEmpty()
                    ? 0
                    : search.related(page.items().getFirst(), viewer, 4).size();
        });
    }

    private int found(Random random, String query) {
        return search.published(query, viewer(random), MediaFilter.ALL, false, "", 20)
                .hits()
                .size();
    }

    private static @Nullable PersonId viewer(Random random) {
        var chance = random.nextInt(20);
        if (chance < 2) return null;
        var n = chance == 2 ? 500 * (1 + random.nextInt(4)) : 1 + random.nextInt(2_000);
        return new PersonId(BenchShelf.person(n));
    }

    /** A quarter of the time does not count: what is read first comes from the disk. */
    private void measure(String what, ToIntFunction<Random> ask) throws Exception {
        run(ask, seconds / 4 + 1, 1);
        var nanos = run(ask, seconds, 2);
        Arrays.sort(nanos);
        System.out.printf(
                "  %-50s %7.0f a second, p50 %6.1f ms, p95 %6.1f ms, p99 %6.1f ms, longest %6.0f ms%n",
                what, (double) nanos.length / seconds, at(nanos, 0.5), at(nanos, 0.95), at(nanos, 0.99), at(nanos, 1));
    }

    private static long[] run(ToIntFunction<Random> ask, int seconds, int seed) throws Exception {
        var clients = new ArrayList<Callable<List<Long>>>();
        for (var client = 0; client < CLIENTS; client++) {
            var random = new Random(1_000L * seed + client);
            clients.add(() -> {
                var taken = new ArrayList<Long>();
                for (var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds); System.nanoTime() < end; ) {
                    var start = System.nanoTime();
                    if (ask.applyAsInt(random) < 0) throw new IllegalStateException("less than nothing was found");
                    taken.add(System.nanoTime() - start);
                }
                return taken;
            });
        }
        try (var pool = Executors.newFixedThreadPool(CLIENTS)) {
            var all = new ArrayList<Long>();
            for (var done : pool.invokeAll(clients)) all.addAll(done.get());
            return all.stream().mapToLong(Long::longValue).toArray();
        }
    }

    private static double at(long[] sorted, double share) {
        if (sorted.length == 0) return 0;
        return sorted[(int) Math.min(sorted.length - 1, Math.round(sorted.length * share))] / 1e6;
    }
}
