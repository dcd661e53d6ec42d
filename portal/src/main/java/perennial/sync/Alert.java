package perennial.sync;

import java.util.UUID;

/**
 * Something that Managers are told about.
 *
 * @param topic alerts of one topic share a mail
 * @param subject of that mail, as long as it holds one alert
 * @param outcome how it ended; empty while it has not
 * @param path of the page to look at
 */
record Alert(UUID id, String topic, String subject, String sentence, String outcome, String path) {}
