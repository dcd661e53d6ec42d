package perennial.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import perennial.zoom.ZoomAccount;
import perennial.zoom.ZoomUser;

/** Finds out at Zoom whose recordings a connection fetches (U1, U2, U4). */
@Component
class WhoseRecordings {
    private final HostRows hosts;

    WhoseRecordings(HostRows hosts) {
        this.hosts = hosts;
    }

    /**
     * @param hosts in the order of their keys, each once
     * @param unknown addresses of the list that Zoom does not know
     */
    record Answer(List<Host> hosts, List<String> unknown) {
        /** The sentence of a warning. */
        static String unknownSentence(String email) {
            return "Zoom knows nobody by the address %s. Nothing was fetched for it; check the spelling."
                    .formatted(email);
        }
    }

    /** As {@link #look}, and remembers who they are. */
    Answer ask(Connection connection, ZoomAccount account) {
        var users = new ArrayList<ZoomUser>();
        var answer = look(connection.settings().whose(), account, users);
        for (var user : users) hosts.seen(connection.zoomAccount(), user);
        return answer;
    }

    /** One call for each address of the list; without a list one for each page of the account's users. */
    static Answer look(Settings.Whose whose, ZoomAccount account) {
        return look(whose, account, new ArrayList<>());
    }

    private static Answer look(Settings.Whose whose, ZoomAccount account, List<ZoomUser> users) {
        var unknown = new ArrayList<String>();
        for (var email : whose.users()) {
            account.user(email).ifPresentOrElse(users::add, () -> unknown.add(email));
        }
        if (whose.users().isEmpty()) account.users(users::add);
        return new Answer(sorted(users), List.copyOf(unknown));
    }

    private static List<Host> sorted(List<ZoomUser> users) {
        // Invited people who never answered have no id, and no recordings either.
        return users.stream()
                .filter(user -> user.id() != null)
                .map(user -> new Host(String.valueOf(user.id()), user.id(), user.email()))
                .collect(Collectors.toMap(Host::key, host -> host, (one, same) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(Host::key))
                .toList();
    }
}
