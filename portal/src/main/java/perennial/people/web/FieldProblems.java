package perennial.people.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import perennial.people.EmailAddress;
import perennial.people.Passwords;

/** What is wrong with the fields of a form, each in a sentence that says what works; empty: nothing. */
final class FieldProblems {
    private static final int LONGEST_NAME = 120;

    private final Map<String, String> found = new LinkedHashMap<>();

    FieldProblems email(String email) {
        if (!EmailAddress.valid(email.strip())) found.put("email", "Enter an address like name@example.org.");
        return this;
    }

    FieldProblems name(String name) {
        if (name.isBlank()) found.put("name", "Enter a name.");
        if (name.length() > LONGEST_NAME) found.put("name", "Use at most " + LONGEST_NAME + " characters.");
        return this;
    }

    FieldProblems password(String password, String email, String name) {
        Optional<String> objection = Passwords.objection(password, email, name);
        objection.ifPresent(sentence -> found.put("password", sentence));
        return this;
    }

    Map<String, String> found() {
        return found;
    }
}
