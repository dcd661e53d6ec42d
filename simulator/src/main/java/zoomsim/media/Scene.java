package zoomsim.media;

import java.awt.Color;
import java.awt.Graphics2D;

/** What a view of the meeting shows. Keeps the lower {@code height / Studio.MARK_SIDE_PER_HEIGHT} rows dark. */
interface Scene {
    /** What lies behind everything. */
    Color GROUND = new Color(0x111816);

    int width();

    int height();

    /** Paints everything but counter and marks on a dark ground. Two equal moments give equal pictures. */
    void paint(Graphics2D g, Moment moment);

    /**
     * The view that Zoom calls {@code recordingType}. Serves one thread.
     *
     * @throws IllegalArgumentException if that is no picture, or unknown
     */
    static Scene of(String recordingType, Performance performance, Lettering lettering) {
        var tiles = new Tiles(lettering, performance.people());
        var slides = new Slides(lettering, performance);
        int people = performance.people().size();
        return switch (recordingType) {
            case "active_speaker", "speaker_view", "host_video" -> new SpeakerScene(tiles);
            case "gallery_view" -> new GalleryScene(tiles, people);
            case "shared_screen" -> new ScreenScene(slides, tiles, people, ScreenScene.Beside.NOBODY);
            case "shared_screen_with_speaker_view", "shared_screen_with_speaker_view(CC)" ->
                new ScreenScene(slides, tiles, people, ScreenScene.Beside.SPEAKER);
            case "shared_screen_with_gallery_view" ->
                new ScreenScene(slides, tiles, people, ScreenScene.Beside.GALLERY);
            default -> throw new IllegalArgumentException("no way to film a " + recordingType);
        };
    }
}
