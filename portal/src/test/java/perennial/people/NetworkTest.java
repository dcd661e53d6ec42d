package perennial.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {
    /** One client has 2^64 addresses of IPv6, and is one client. */
    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:ffff:ffff:ffff:ffff, true",
        "2001:db8:1:2::, 2001:db8:1:2::1, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "::ffff:192.0.2.1, 192.0.2.1, true"
    })
    void countsAnAddressWithItsNeighbours(String one, String other, boolean together) {
        assertThat(Network.of(one).equals(Network.of(other))).isEqualTo(together);
    }
}
