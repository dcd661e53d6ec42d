package perennial.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChatsTest {
    @Test
    void readsOneMessageALine() {
        var chat = Chats.parse("00:21:14\tAda Byron:\tHello\r\n00:21:35\tMary (she/her): S.:\ta\tb\r\n");

        assertThat(chat)
                .containsExactly(
                        new ChatMessage(Duration.ofSeconds(1274), "Ada Byron", null, "Hello"),
                        new ChatMessage(Duration.ofSeconds(1295), "Mary (she/her): S.", null, "a\tb"));
    }

    @Test
    void goesOnOverFurtherLines() {
        var chat = Chats.parse("""
                00:00:01\tAda:\tReplying to "What is th..."

                It is 10:30
                00:30 sharp
                00:00:02\tMary:\tReacted to "It is" with 👍
                """);

        assertThat(chat)
                .extracting(ChatMessage::text)
                .containsExactly(
                        "Replying to \"What is th...\"\n\nIt is 10:30\n00:30 sharp", "Reacted to \"It is\" with 👍");
    }

    @Test
    void countsBeyondADay() {
        assertThat(Chats.parse("27:00:01\tAda:\tstill here"))
                .containsExactly(new ChatMessage(Duration.ofHours(27).plusSeconds(1), "Ada", null, "still here"));
    }

    @Test
    void takesALineWithoutItsSecondTab() {
        assertThat(Chats.parse("00:00:01\t Ada : hello"))
                .containsExactly(new ChatMessage(Duration.ofSeconds(1), "Ada", null, "hello"));
    }

    @Test
    void namesWhomAMessageIsForAlone() {
        var chat = Chats.parse("""
                15:01:39 From Ada to Everyone:
                    Hello
                    all
                15:01:40 From Ada to Mary(Direct Message):
                    a secret
                    in two lines
                15:01:41 From  Mary  to  Everyone : in one line
                """);

        assertThat(chat).extracting(ChatMessage::to).containsExactly(null, "Mary", null);
        assertThat(chat)
                .extracting(ChatMessage::text)
                .containsExactly("Hello\nall", "a secret\nin two lines", "in one line");
    }

    @Test
    void readsNothingOutOfNothing() {
        assertThat(Chats.parse("")).isEmpty();
        assertThat(Chats.parse("\uFEFF\r\n")).isEmpty();
        assertThat(Chats.parse("00:00:01\tAda:\t")).isEmpty();
    }

    @Test
    void refusesAWebPage() {
        assertThatThrownBy(() -> Chats.parse("<html>")).isInstanceOf(MediaException.NotMedia.class);
    }

    @Test
    void isNotSlowedDownByHostileLines() {
        var line = "00:00:01 From " + "x to ".repeat(1_000_000);

        assertThatThrownBy(() -> Chats.parse(line)).isInstanceOf(MediaException.NotMedia.class);
    }

    @Test
    void readsTheSamples() throws IOException {
        var cloud = Chats.parse(Files.readString(Samples.file("chat-cloud-basic.txt")));
        assertThat(cloud).hasSizeGreaterThan(9);
        assertThat(cloud.getFirst().from()).isEqualTo("Dana Whitfield");
        var client = Chats.parse(Files.readString(Samples.file("chat-client-saved-replies.txt")));
        assertThat(client)
                .extracting(ChatMessage::text)
                .contains("Replying to \"When are we going to...\"\n\nWe already do");
        assertThat(client.stream().filter(message -> message.from().equals("Marta T")))
                .isNotEmpty()
                .allMatch(message -> message.to() != null);
    }
}
