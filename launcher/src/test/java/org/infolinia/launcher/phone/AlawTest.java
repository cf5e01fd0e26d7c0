package org.infolinia.launcher.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AlawTest {

    @Test
    void samplesAreCodedAsG711Says() {
        assertThat(coded(0)).isEqualTo(0xd5);
        assertThat(coded(-1)).isEqualTo(0x55);
        assertThat(coded(15)).isEqualTo(0xd5);
        assertThat(coded(16)).isEqualTo(0xd4);
        assertThat(coded(255)).isEqualTo(0xda);
        assertThat(coded(256)).isEqualTo(0xc5);
        assertThat(coded(1000)).isEqualTo(0xfa);
        assertThat(coded(-1000)).isEqualTo(0x7a);
        assertThat(coded(12345)).isEqualTo(0xbd);
        assertThat(coded(-12345)).isEqualTo(0x3d);
        assertThat(coded(32767)).isEqualTo(0xaa);
        assertThat(coded(-32768)).isEqualTo(0x2a);
    }

    @Test
    void codesAreTheMiddleOfTheirStep() {
        assertThat(Alaw.decode((byte) 0xd5)).isEqualTo(8);
        assertThat(Alaw.decode((byte) 0x55)).isEqualTo(-8);
        assertThat(Alaw.decode((byte) 0xc5)).isEqualTo(264);
        assertThat(Alaw.decode((byte) 0xfa)).isEqualTo(1008);
        assertThat(Alaw.decode((byte) 0xbd)).isEqualTo(12544);
        assertThat(Alaw.decode((byte) 0xaa)).isEqualTo(32256);
        assertThat(Alaw.decode((byte) 0x2a)).isEqualTo(-32256);
    }

    @Test
    void everyCodeComesBackAsItself() {
        for (int code = 0; code < 256; code++) {
            assertThat(Alaw.encode(Alaw.decode((byte) code)))
                    .as("code %d", code)
                    .isEqualTo((byte) code);
        }
    }

    @Test
    void samplesOutsideSixteenBitsAreCutToTheLoudest() {
        assertThat(coded(100_000)).isEqualTo(0xaa);
        assertThat(coded(-100_000)).isEqualTo(0x2a);
    }

    private static int coded(int sample) {
        return Alaw.encode(sample) & 0xff;
    }
}
