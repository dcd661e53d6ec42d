package zoomsim.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Bytes that are stored nowhere are still the same ones each time. */
class GeneratedBytesTest {
    @Test
    void aPartIsThatPartOfTheWhole() throws IOException {
        var content = new GeneratedBytes(7, 200_001);
        var whole = bytes(content, 0, 200_001);
        for (int[] part : new int[][] {{0, 1}, {65_535, 2}, {100_003, 99_998}, {200_000, 1}}) {
            assertThat(bytes(content, part[0], part[1]))
                    .isEqualTo(Arrays.copyOfRange(whole, part[0], part[0] + part[1]));
        }
    }

    @Test
    void anotherSeedGivesOtherBytes() {
        assertThat(new GeneratedBytes(1, 1000).sha256())
                .isEqualTo(new GeneratedBytes(1, 1000).sha256())
                .isNotEqualTo(new GeneratedBytes(2, 1000).sha256());
    }

    @Test
    void reachesFarBeyondFourGibibytes() throws IOException {
        var content = new GeneratedBytes(3, 40_000_000_000L);
        assertThat(bytes(content, 39_999_999_990L, 10)).hasSize(10);
    }

    private static byte[] bytes(Content content, long offset, int length) throws IOException {
        var out = new ByteArrayOutputStream();
        content.writeTo(out, offset, length);
        return out.toByteArray();
    }
}
