package zoomsim.showcase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import zoomsim.http.Json;

/**
 * An invented company.
 *
 * @param people who can sign in
 * @param invited who has not answered yet
 * @param categories their names
 */
record Company(List<Member> people, List<Member> invited, List<Team> groups, List<String> categories) {
    record Member(String email, String name, String role) {}

    /** @param people e-mail addresses */
    record Team(String name, List<String> people) {}

    static Company northwind() {
        return read("company.json", new TypeReference<>() {});
    }

    /** Its talks, in no order. */
    static List<Talk> talks() {
        return read("talks.json", new TypeReference<>() {});
    }

    private static <T> T read(String name, TypeReference<T> type) {
        try (var in = Company.class.getResourceAsStream(name)) {
            return Json.MAPPER.readValue(Objects.requireNonNull(in, name), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name behind an address. */
    String nameOf(String email) {
        return people.stream()
                .filter(one -> one.email().equals(email))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody here is " + email))
                .name();
    }
}
