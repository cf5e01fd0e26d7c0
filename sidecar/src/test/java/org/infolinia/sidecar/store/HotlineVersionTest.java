package org.infolinia.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.infolinia.hotline.history.HotlineVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HotlineVersionTest {

    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @Test
    void partsOfASecondAreCutOff() {
        HotlineVersion version = new HotlineVersion(DIGEST, Instant.parse("2026-11-23T07:00:00.999Z"));

        assertThat(version.since()).isEqualTo(Instant.parse("2026-11-23T07:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF"})
    void digestOfAnotherShapeIsRefusedAndShown(String digest) {
        assertThatThrownBy(() -> new HotlineVersion(digest, Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + digest + "\"");
    }
}
