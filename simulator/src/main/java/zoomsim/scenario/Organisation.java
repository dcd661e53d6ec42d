package zoomsim.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import zoomsim.account.Identifiers;
import zoomsim.account.User;
import zoomsim.account.User.Status;

/** Invents the people of the account. */
public final class Organisation {
    /** Of all e-mail addresses. */
    public static final String DOMAIN = "northwind.example";

    private static final List<String> PEOPLE = List.of(
            "Mara Lindqvist",
            "Priya Raman",
            "Tomas Okafor",
            "Jonas Weiler",
            "Samuel Brandt",
            "Leila Haddad",
            "Aiko Tanabe",
            "Grace Mbeki",
            "Hannah Cole",
            "Diego Fuentes",
            "Petra Novak",
            "Noor Elamin");
    private static final int NO_CLOUD_RECORDING = 8;
    private static final int FIRST_INACTIVE = 9;
    private static final int PENDING = 11;
    private static final List<String> MORE_FIRST = List.of(
            "Anna", "Bram", "Chiara", "Dmitri", "Elif", "Farid", "Greta", "Hugo", "Ines", "Joao", "Katya", "Liam");
    private static final List<String> MORE_LAST = List.of(
            "Aalto", "Bauer", "Costa", "Dvorak", "Eriksen", "Farkas", "Garcia", "Horvat", "Ivanov", "Jansen", "Kovacs");
    private static final List<String> ZONES = List.of(
            "Europe/Stockholm", "Europe/Berlin", "Africa/Lagos", "Asia/Tokyo", "America/New_York", "Asia/Kolkata");

    private Organisation() {}

    /**
     * The first twelve have fixed names; two of them are inactive, one is pending and one may not record to the cloud.
     *
     * @param count how many, at least 1
     */
    public static List<User> users(long seed, int count, Instant now) {
        var identifiers = new Identifiers(seed);
        var users = new ArrayList<User>();
        for (int i = 0; i < count; i++) {
            var name = i < PEOPLE.size() ? PEOPLE.get(i) : invented(i - PEOPLE.size());
            int space = name.indexOf(' ');
            users.add(new User(
                    identifiers.id(),
                    name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@" + DOMAIN,
                    name.substring(0, space),
                    name.substring(space + 1),
                    i == PENDING ? 1 : 2,
                    status(i),
                    i == 0,
                    i != NO_CLOUD_RECORDING,
                    ZONES.get(i % ZONES.size()),
                    identifiers.personalNumber(),
                    now.minus(Duration.ofDays(400L + identifiers.below(900)))));
        }
        return users;
    }

    private static Status status(int index) {
        if (index == PENDING) return Status.PENDING;
        return index == FIRST_INACTIVE || index == FIRST_INACTIVE + 1 ? Status.INACTIVE : Status.ACTIVE;
    }

    /** No name comes twice: a number is added when all pairs are used up. */
    private static String invented(int index) {
        var first = MORE_FIRST.get(index % MORE_FIRST.size());
        var last = MORE_LAST.get(index / MORE_FIRST.size() % MORE_LAST.size());
        int round = index / (MORE_FIRST.size() * MORE_LAST.size());
        return first + " " + last + (round == 0 ? "" : Integer.toString(round + 1));
    }
}
