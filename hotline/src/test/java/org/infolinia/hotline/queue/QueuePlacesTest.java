package org.infolinia.hotline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.OnTheBox;
import org.junit.jupiter.api.Test;

/** Who is rung first in which queue: the lower the number behind its name, the sooner. */
final class QueuePlacesTest {

    @Test
    void whoIsNotListedIsRungFirstEverywhere() throws Exception {
        assertThat(places("")).isEqualTo("dojrzalosc:0 nis2:0 nis2-en:0 cra:0 ogolna:0");
        assertThat(places("queues='nis2 nis2-en'")).isEqualTo("nis2:0 nis2-en:0");
    }

    @Test
    void whoSpeaksTheQueuesLanguageBetterIsRungSooner() throws Exception {
        assertThat(places("queues='nis2-en' languages='en'")).isEqualTo("nis2-en:0");
        assertThat(places("queues='nis2-en' languages='en:C2'")).isEqualTo("nis2-en:1");
        assertThat(places("queues='nis2-en' languages='en:C1'")).isEqualTo("nis2-en:2");
        assertThat(places("queues='nis2-en' languages='en:B2'")).isEqualTo("nis2-en:3");
        assertThat(places("queues='nis2-en' languages='en:B1'")).isEqualTo("nis2-en:4");
        assertThat(places("queues='nis2-en' languages='en:A2'")).isEqualTo("nis2-en:5");
        assertThat(places("queues='nis2-en' languages='en:A1'")).isEqualTo("nis2-en:6");
    }

    @Test
    void callersOfAQueueWithoutALanguageSpeakTheHotlinesFirst() throws Exception {
        assertThat(places("queues='nis2 nis2-en ogolna' languages='pl:C1'")).isEqualTo("nis2:2 ogolna:2");
        assertThat(places("queues='nis2' languages='pl:C1 en:A1'")).isEqualTo("nis2:2");
    }

    @Test
    void whoIsKeptForALanguageIsRungAfterAllOthersElsewhereHoweverTheySpeak() throws Exception {
        assertThat(places("queues='nis2 nis2-en' languages='pl'")).isEqualTo("nis2:0");
        assertThat(places("queues='nis2 nis2-en' languages='pl:A1'")).isEqualTo("nis2:6");
        assertThat(places("queues='nis2 nis2-en' languages='pl en'")).isEqualTo("nis2:7 nis2-en:0");
        assertThat(places("queues='nis2 nis2-en' languages='pl en:A1'")).isEqualTo("nis2:7 nis2-en:6");
        assertThat(places("queues='nis2 nis2-en' languages='pl:B2 en'")).isEqualTo("nis2:10 nis2-en:0");
    }

    private static String places(String says) throws Exception {
        String text = Files.readString(Path.of("../dialplan/hotline.xml"))
                .replaceFirst("(<queue name=\"cra\")", """
                        <queue name="nis2-en" topic="nis2" language="en" strategy="rrmemory"
                               ring-seconds="15" longest-wait-seconds="900" capacity="30"/>
                        $1""")
                .replace("</queues>", "</queues><consultants><consultant name='anna' " + says + "/></consultants>");
        Hotline hotline = HotlineFile.checked("hotline.xml", text.getBytes(StandardCharsets.UTF_8), OnTheBox.UNKNOWN)
                .edition()
                .hotline();
        return hotline.placesOf(hotline.skillsOf("anna")).stream()
                .map(place -> place.queue() + ":" + place.penalty())
                .collect(Collectors.joining(" "));
    }
}
