package zoomsim.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import zoomsim.script.Line;
import zoomsim.script.Take;

class SpeechTest {
    private final Narrator narrator = new Narrator();

    @Test
    void givesEverybodyAVoiceOfTheirOwn() {
        var cast = VoiceCasting.of(List.of("Mara", "Petra", "Leila", "Tomas", "Jonas", "Samuel"));

        assertThat(cast.values()).doesNotHaveDuplicates();
        assertThat(VoiceCasting.of(List.of("Mara"))).containsEntry("Mara", voice("Mara"));
    }

    @Test
    void saysTheSameWordsTheSameWay() {
        assertThat(narrator.say("Shall we begin?", voice("Mara")))
                .isEqualTo(narrator.say("Shall we begin?", voice("Mara")))
                .isNotEqualTo(narrator.say("Shall we begin?", voice("Tomas")));
    }

    @Test
    void isSilentForAWhileWhereTheVoiceKnowsNoLetter() {
        assertThat(narrator.say("大家好，今天讨论预算。", voice("李明")))
                .hasSizeGreaterThan(Narrator.RATE / 2)
                .containsOnly((short) 0);
    }

    @Test
    void leavesOutTheNameOfAnUnknownSpeaker() {
        var take = new Take(Duration.ZERO, List.of(new Line("", "Hello.")), Set.of(), List.of());

        var sound = Soundtrack.of(take, VoiceCasting.of(List.of("")), narrator);

        assertThat(Transcript.of(sound)).endsWith("\r\nHello.\r\n");
    }

    @Test
    void lastsWholePicturesAndWholeAacFrames() {
        var take = new Take(
                Duration.ZERO,
                List.of(new Line("Mara", "Seven words make no whole second here.")),
                Set.of(),
                List.of());

        var length =
                Soundtrack.of(take, VoiceCasting.of(List.of("Mara")), narrator).length();

        assertThat(length.toMillis() % 40).isZero();
        assertThat(length.toMillis() % 32).isZero();
    }

    private static VoiceCasting voice(String name) {
        return VoiceCasting.of(List.of(name)).values().iterator().next();
    }
}
