package perennial.sync.web;

/** A small badge: always icon, word and colour together. */
public record ChipView(String tone, String icon, String text) {}
