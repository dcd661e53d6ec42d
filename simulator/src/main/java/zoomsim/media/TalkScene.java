package zoomsim.media;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;

/** A talk: a slide that fills the picture, with the speaker on it or not, or the speaker alone. */
record TalkScene(Slides slides, Tiles tiles, TalkLook look) implements Scene {
    private static final Rectangle SLIDE = new Rectangle(0, 0, 640, 360);
    private static final Rectangle BESIDE = new Rectangle(424, 100, 192, 144);
    private static final Rectangle LARGE = new Rectangle(0, 0, 640, 360);

    private static final List<Slides.Palette> PALETTES = List.of(
            Slides.Palette.FERN,
            Slides.Palette.of("1f2a37 f4f6f8 9fb0c0 6cb6d9 f0a36b 2c3b4c 3a4a5c"),
            Slides.Palette.of("fdf3e3 2b1d10 7d6a55 b9521a 1d6b50 f9dfc0 ead9c0"),
            Slides.Palette.of("17352b f3f7f2 9fc0b0 f0a36b f7d38b 23493c 2f5748"),
            Slides.Palette.of("eef3fa 14213a 5c6b85 1f5f93 b9521a d9e5f5 cfdaea"),
            Slides.Palette.of("33233f f7f1fa b6a3c4 d9a0e0 f0c36b 452f55 553f66"));

    static TalkScene of(TalkLook look, Performance performance, Lettering lettering) {
        var palette = PALETTES.get(Math.floorMod(performance.topic().hashCode(), PALETTES.size()));
        var slides = new Slides(lettering, performance, palette, look == TalkLook.CHART);
        return new TalkScene(slides, new Tiles(lettering, performance.people()), look);
    }

    @Override
    public int width() {
        return SLIDE.width;
    }

    @Override
    public int height() {
        return SLIDE.height;
    }

    @Override
    public void paint(Graphics2D g, Moment moment) {
        switch (look) {
            case SPEAKER -> tiles.draw(g, moment.speaker(), LARGE, moment);
            case CHART -> slides.draw(g, moment.line(), SLIDE);
            case BESIDE -> {
                slides.draw(g, moment.line(), SLIDE);
                tiles.draw(g, moment.speaker(), BESIDE, moment);
            }
        }
    }
}
