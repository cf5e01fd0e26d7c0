package org.infolinia.hotline.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.infolinia.hotline.Language;
import org.infolinia.hotline.Texts;
import org.junit.jupiter.api.Test;

class HotlineSchemaTest {

    private final HotlineSchema schema = HotlineSchema.load();

    @Test
    void whatIsExpectedOfEachTypeIsWrittenInBothLanguages() {
        assertThat(schema.expectations()).hasSizeGreaterThan(40).allSatisfy((type, words) -> inBoth(words));
    }

    @Test
    void whatMustDifferHasANameInBothLanguages() {
        assertThat(schema.uniques()).hasSize(13).allSatisfy((name, unique) -> inBoth(unique.name()));
    }

    private static void inBoth(Texts words) {
        assertThat(words.byLanguage()).containsOnlyKeys(new Language("pl"), new Language("en"));
    }
}
