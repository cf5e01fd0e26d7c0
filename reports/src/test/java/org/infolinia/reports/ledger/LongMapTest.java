package org.infolinia.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongMapTest {

    private static final int CALLS = 1_000_000;

    @Test
    void keepsTheLeastOfAKeyThroughAllGrowing() {
        LongMap map = new LongMap();
        for (long key = 0; key < CALLS; key++) {
            map.least(key * 7, key + 2);
            map.least(key * 7, key + 1);
            map.least(key * 7, key + 3);
        }

        assertThat(map.size()).isEqualTo(CALLS);
        for (long key = 0; key < CALLS; key++) {
            assertThat(map.get(key * 7, -1)).isEqualTo(key + 1);
        }
        assertThat(map.get(3, -1)).isEqualTo(-1);
    }

    /** As where ids lie side by side for a whole minute each: at a steady rate minutes fall upon one another. */
    @ParameterizedTest
    @CsvSource({"24, 3", "60, 2", "24, 8", "600, 1", "600, 3"})
    void callsThatComeSteadilyDoNotPileUp(int callsAMinute, int channelsOfACall) {
        LongMap map = LongMap.roomFor(CALLS);
        int places = map.places();
        for (int call = 0; call < CALLS; call++) {
            long epoch = 1_793_487_600L + call * 60L / callsAMinute;
            map.put(epoch << 30 | (long) call * channelsOfACall, call);
        }

        assertThat(map.places()).as("the room was enough").isEqualTo(places);
        assertThat(longestRun(map)).isLessThan(1_000);
    }

    private static int longestRun(LongMap map) {
        int longest = 0;
        int run = 0;
        for (int place = 0; place < map.places(); place++) {
            run = map.isTaken(place) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
