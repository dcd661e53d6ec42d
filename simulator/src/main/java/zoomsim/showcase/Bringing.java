package zoomsim.showcase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import zoomsim.media.TalkStudio;
import zoomsim.media.TalkStudio.Cue;

/** Brings one talk after the other into the portal, as its author and its viewers would. Serves several threads. */
record Bringing(TalkStudio studio, Company company, Staff staff, PortalApi administrator) {
    private static final String MEDIA = "/api/v1/media/";
    /** Who decides on what is in review. */
    private static final String MODERATOR = "moderator";

    /** Films a talk that is not filmed yet. */
    void film(Talk talk) {
        studio.film(talk.title(), talk.spoken(company), talk.look());
    }

    /** Brings it with all that belongs to it, up to its state. */
    void bring(Talk talk) {
        var author = staff.as(talk.by());
        var filmed = studio.film(talk.title(), talk.spoken(company), talk.look());
        var media = MEDIA + upload(author, talk, filmed);
        author.send("PATCH", media, settings(talk));
        captions(author, media, talk, filmed.cues());
        if (!talk.chapters().isEmpty()) author.send("PUT", media + "/chapters", chapters(talk, filmed.cues()));
        if (!"draft".equals(talk.state())) author.send("POST", media + "/publish", null);
        if (talk.reason() != null) moderator().send("POST", media + "/reject", Map.of("reason", talk.reason()));
        if (!talk.published()) return;
        for (var comment : talk.comments()) comment(media, comment, filmed.cues());
        if (talk.forAll()) watched(media, talk, filmed.cues());
    }

    private static String upload(PortalApi author, Talk talk, TalkStudio.Filmed filmed) {
        try {
            return author.upload(filmed.video(), talk.title() + ".mp4");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PortalApi moderator() {
        return company.people().stream()
                .filter(one -> one.role().equals(MODERATOR))
                .findFirst()
                .map(one -> staff.as(one.email()))
                .orElseThrow();
    }

    private static Map<String, Object> settings(Talk talk) {
        var settings = new HashMap<String, Object>();
        settings.put("title", talk.title());
        settings.put("description", talk.about());
        settings.put("tags", talk.tags());
        settings.put("recordedAt", recordedAt(talk).toString());
        if (talk.category() != null) settings.put("category", talk.category());
        if (talk.access() != null) settings.put("access", talk.access());
        if (talk.grant() != null) settings.put("grants", List.of(Map.of("group", talk.grant())));
        return settings;
    }

    /** In the working hours of its day; the same for the same talk. */
    private static Instant recordedAt(Talk talk) {
        var minutes = Math.floorMod(talk.title().hashCode(), 8 * 4) * 15;
        return LocalDate.now(ZoneOffset.UTC)
                .minusDays(talk.daysAgo())
                .atTime(LocalTime.of(8, 0).plusMinutes(minutes))
                .toInstant(ZoneOffset.UTC);
    }

    private void captions(PortalApi author, String media, Talk talk, List<Cue> cues) {
        var speakers = talk.spoken(company);
        var spoken = speakers.stream().map(line -> line.text()).toList();
        var names = speakers.stream().map(line -> line.speaker()).toList();
        author.put(media + "/captions/" + talk.spokenLanguage(), vtt(cues, names, spoken), "text/vtt");
        talk.translations()
                .forEach((language, lines) ->
                        author.put(media + "/captions/" + language, vtt(cues, names, lines), "text/vtt"));
    }

    private static String vtt(List<Cue> cues, List<String> names, List<String> lines) {
        var text = new StringBuilder("WEBVTT\n");
        for (int i = 0; i < cues.size(); i++) {
            text.append("\n%s --> %s\n<v %s>%s\n"
                    .formatted(cues.get(i).start(), cues.get(i).end(), names.get(i), lines.get(i)));
        }
        return text.toString();
    }

    private static List<Map<String, Object>> chapters(Talk talk, List<Cue> cues) {
        return talk.chapters().stream()
                .map(one -> Map.<String, Object>of(
                        "title", one.title(), "start", one.line() == 0 ? 0 : seconds(cues.get(one.line()))))
                .toList();
    }

    private void comment(String media, Talk.Remark remark, List<Cue> cues) {
        var body = new HashMap<String, Object>();
        body.put("text", remark.text());
        if (remark.line() != null) body.put("at", seconds(cues.get(remark.line())));
        staff.as(remark.by()).send("POST", media + "/comments", body);
    }

    /** By some of the people, some of whom stop half-way; the newer the talk, the more of them. The same each time. */
    private void watched(String media, Talk talk, List<Cue> cues) {
        var chance = new Random(talk.title().hashCode());
        double often = talk.daysAgo() < 60 ? 0.8 : talk.daysAgo() < 240 ? 0.5 : 0.3;
        double end = seconds(cues.getLast());
        for (var viewer : staff.byEmail().values()) {
            if (chance.nextDouble() > often) continue;
            double reached = chance.nextDouble() < 0.6 ? 24 * 3600 : end * (0.2 + 0.6 * chance.nextDouble());
            viewer.send("PUT", media + "/progress", Map.of("position", reached));
        }
        if (talk.daysAgo() > 5 && talk.daysAgo() < 42 && chance.nextBoolean()) {
            administrator.send("PUT", media + "/progress", Map.of("position", end * 0.4));
        }
    }

    private static double seconds(Cue cue) {
        var parts = cue.start().split("[:.]", -1);
        return Duration.ofHours(Long.parseLong(parts[0]))
                        .plusMinutes(Long.parseLong(parts[1]))
                        .plusSeconds(Long.parseLong(parts[2]))
                        .plusMillis(Long.parseLong(parts[3]))
                        .toMillis()
                / 1000.0;
    }
}
