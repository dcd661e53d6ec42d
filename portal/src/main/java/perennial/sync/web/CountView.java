package perennial.sync.web;

/** How many recordings are in one state; a link to them. */
public record CountView(String state, String label, long number, boolean bad) {}
