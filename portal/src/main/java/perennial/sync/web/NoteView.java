package perennial.sync.web;

/** A sentence that needs attention, and what to do. */
public record NoteView(String tone, String icon, String title, String text) {}
