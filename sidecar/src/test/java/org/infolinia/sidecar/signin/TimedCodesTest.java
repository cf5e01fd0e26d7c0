package org.infolinia.sidecar.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class TimedCodesTest {

    /** The secret of RFC 6238's examples. */
    private static final String SECRET = Base32.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    private final TimedCodes codes = new TimedCodes();

    @Test
    void codesAreThoseOfTheStandard() {
        // Appendix B has eight digits: these are the last six.
        assertThat(codes.step(SECRET, "287082", Instant.ofEpochSecond(59))).isEqualTo(OptionalLong.of(1));
        assertThat(codes.step(SECRET, "081804", Instant.ofEpochSecond(1111111109)))
                .isEqualTo(OptionalLong.of(37037036));
        assertThat(codes.step(SECRET, "279037", Instant.ofEpochSecond(2000000000)))
                .isEqualTo(OptionalLong.of(66666666));
    }

    @Test
    void theStepBeforeAndTheStepAfterCountNoOther() {
        assertThat(codes.step(SECRET, "287082", Instant.ofEpochSecond(89))).isEqualTo(OptionalLong.of(1));
        assertThat(codes.step(SECRET, "287082", Instant.ofEpochSecond(0))).isEqualTo(OptionalLong.of(1));
        assertThat(codes.step(SECRET, "287082", Instant.ofEpochSecond(90))).isEmpty();
    }

    @Test
    void secretsAreBase32() {
        assertThat(SECRET).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Base32.of("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(new String(Base32.read("MZXW6YTBOI"), StandardCharsets.US_ASCII))
                .isEqualTo("foobar");
    }
}
