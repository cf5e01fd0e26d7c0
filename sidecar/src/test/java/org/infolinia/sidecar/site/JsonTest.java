package org.infolinia.sidecar.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class JsonTest {

    @Test
    void textsAreThoseOfAnObjectAndOfNothingElse() {
        assertThat(Json.texts("{}")).isEmpty();
        assertThat(Json.texts("{\"name\":\"Żółć\",\"notes\":\"\"}"))
                .containsOnlyKeys("name", "notes")
                .containsEntry("name", "Żółć");
        for (String none : new String[] {"", "{", "[]", "null", "7", "\"text\"", "{\"name\":7}", "{\"name\":null}"}) {
            assertThatThrownBy(() -> Json.texts(none)).as(none).isInstanceOf(Refused.class);
        }
    }
}
