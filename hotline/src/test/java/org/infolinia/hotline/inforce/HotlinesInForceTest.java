package org.infolinia.hotline.inforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.xml.HotlineFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class HotlinesInForceTest {

    private static Hotline hotline;

    @BeforeAll
    static void readTheDemonstration() throws Exception {
        hotline = HotlineFile.read(Path.of("../dialplan/hotline.xml"));
    }

    @Test
    void theNextCallHearsWhatWasBroughtInForceLast() {
        HotlinesInForce inForce = new HotlinesInForce(edition(1));

        inForce.bringInForce(edition(2));

        assertThat(inForce.current()).isEqualTo(edition(2));
    }

    @Test
    void aCallThatComesBackFindsTheEditionItBeganIn() {
        HotlinesInForce inForce = new HotlinesInForce(edition(1));

        inForce.bringInForce(edition(2));

        assertThat(inForce.byVersion("000000000001")).contains(edition(1));
        assertThat(inForce.byVersion("000000000002")).contains(edition(2));
        assertThat(inForce.byVersion("000000000003")).isEmpty();
    }

    @Test
    void onlyTheLastOnesAreKept() {
        HotlinesInForce inForce = new HotlinesInForce(edition(0));

        for (int i = 1; i <= 32; i++) {
            inForce.bringInForce(edition(i));
        }

        assertThat(inForce.byVersion("000000000000")).isEmpty();
        assertThat(inForce.byVersion("000000000001")).isPresent();
    }

    @Test
    void anEditionThatComesBackIsAsGoodAsNew() {
        HotlinesInForce inForce = new HotlinesInForce(edition(0));
        for (int i = 1; i <= 31; i++) {
            inForce.bringInForce(edition(i));
        }

        inForce.bringInForce(edition(0));
        inForce.bringInForce(edition(32));

        assertThat(inForce.byVersion("000000000000")).isPresent();
        assertThat(inForce.byVersion("000000000001")).isEmpty();
    }

    private static HotlineEdition edition(int number) {
        return new HotlineEdition(hotline, "%012d".formatted(number) + "0".repeat(52), "");
    }
}
