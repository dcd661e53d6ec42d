package perennial.library;

import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import perennial.Perennial;
import perennial.people.Role;

/**
 * A portal with a filled library, to look at pages while they are made. Start it with a scratch {@code perennial.home};
 * {@code /library/enter} signs in.
 */
final class DemoLibrary {
    private DemoLibrary() {}

    public static void main(String[] arguments) {
        var portal = new SpringApplication(Perennial.class, LibraryFixture.class, DemoMedia.class, SideDoor.class)
                .run(arguments);
        var media = portal.getBean(DemoMedia.class);
        var author = portal.getBean(LibraryFixture.class).person(Role.ADMINISTRATOR);
        media.meeting(author, "Q4 planning: the three bets", Wish.PUBLISHED);
        media.meeting(author, "One to one with Petra, cleaned up", Wish.DRAFT);
        media.soundOnly(author, "Ward round, sound only");
        media.old(
                author,
                "<script>alert('a title that is text')</script> and goes on for long, with a word of"
                        + " Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
                4);
        IntStream.range(1, 27).forEach(i -> media.old(author, "Support stand-up " + i, 6 * i));
        portal.getBean(SideDoor.class).openFor(author);
    }
}
