package org.infolinia.hotline.xml;

/** A small hotline.xml with nothing wrong in it, for tests that spoil one thing. */
final class SoundHotline {

    static final String TEXT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <hotline xmlns="https://infolinia.org/hotline">
              <hours zone="Europe/Warsaw" holidays="PL">
                <open days="monday tuesday" from="08:00" to="12:00"/>
                <open days="monday" from="12:00" to="17:00"/>
                <closed date="2026-12-31" reason="Inwentaryzacja"/>
              </hours>
              <languages><language code="pl"/><language code="en"/></languages>
              <topics>
                <topic id="nis2"><name language="pl">Dyrektywa</name><name language="en">Directive</name></topic>
              </topics>
              <queues>
                <queue name="nis2" topic="nis2" strategy="rrmemory"
                       ring-seconds="15" longest-wait-seconds="600" capacity="20"/>
                <queue name="any" general="yes" strategy="ringall"
                       ring-seconds="20" longest-wait-seconds="900" capacity="30"/>
              </queues>
              <announcements>
                <announcement id="fallback"><text language="pl">A</text><text language="en">A</text></announcement>
                <announcement id="closed"><text language="pl">B</text><text language="en">B</text></announcement>
                <announcement id="refused"><text language="pl">C</text><text language="en">C</text></announcement>
                <announcement id="too-long"><text language="pl">D</text><text language="en">D</text></announcement>
                <announcement id="goodbye"><text language="pl">E</text><text language="en">E</text></announcement><announcement id="signed-in"><text language="pl">F</text><text language="en">F</text></announcement><announcement id="signed-out"><text language="pl">G</text><text language="en">G</text></announcement>
                <announcement id="hello"><text language="pl"> Dzień
                  dobry </text><text language="en">Hello</text></announcement>
              </announcements>
              <ivr start="start">
                <hours id="start" open="hello" closed="no"/>
                <announce id="no" say="closed goodbye" then="bye"/>
                <end id="bye"/>
                <announce id="hello" say="hello" then="main"/>
                <menu id="main" say="hello" patience-seconds="5" tries="3"
                      invalid="refused" silence="goodbye" otherwise="to-any">
                  <key press="1" then="to-nis2"/>
                  <key press="9" then="english"/>
                  <key press="*" then="again"/>
                </menu>
                <goto id="again" then="main"/>
                <speak id="english" language="en" then="hello"/>
                <queue id="to-nis2" queue="nis2"/>
                <queue id="to-any" queue="any"/>
              </ivr>
              <thresholds service-level-seconds="20" abandoned-short-seconds="4" hung-up-early-seconds="9"/>
            </hotline>
            """;

    private SoundHotline() {}

    /** The text with one passage replaced; it has to be there exactly once. */
    static String with(String passage, String replacement) {
        int at = TEXT.indexOf(passage);
        if (at < 0 || TEXT.indexOf(passage, at + 1) >= 0) {
            throw new IllegalArgumentException("not there exactly once: " + passage);
        }
        return TEXT.replace(passage, replacement);
    }
}
