package perennial.people.web;

/** A field of a step that waits for the password. */
public record KeptField(String name, String value) {}
