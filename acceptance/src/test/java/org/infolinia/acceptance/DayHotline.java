package org.infolinia.acceptance;

import java.io.IOException;

/** The hotline of the scripted day: the demonstration's, with lanes that get in no other's way. */
final class DayHotline {

    private DayHotline() {}

    /** Every threshold so short that nobody has to wait long, and queues that get in no other's way. */
    static String text() throws IOException {
        return Instance.briefHotline()
                .replace(
                        "holidays=\"PL\">\n    <open days=\"monday tuesday wednesday thursday friday\" from=\"08:00\" to=\"17:00\"/>",
                        "><open days=\"monday tuesday wednesday thursday friday saturday sunday\" from=\"00:00\" to=\"23:59\"/>")
                // The day of the test is none of these.
                .replace("date=\"2026-12-31\"", "date=\"2037-12-31\"")
                .replace("date=\"2027-01-04\"", "date=\"2038-01-04\"")
                .replace("  </topics>", """
                            <topic id="szkolenia"><name language="pl">Szkolenia</name><name language="en">Training</name></topic>
                            <topic id="umowy"><name language="pl">Umowy</name><name language="en">Contracts</name></topic>
                          </topics>""")
                .replace("    <queue name=\"ogolna\"", """
                            <queue name="szkolenia" topic="szkolenia" strategy="rrmemory"
                                   ring-seconds="15" longest-wait-seconds="900" capacity="30"/>
                            <queue name="umowy" topic="umowy" strategy="rrmemory"
                                   ring-seconds="15" longest-wait-seconds="900" capacity="30" overflow-seconds="16"/>
                            <queue name="ogolna\"""")
                .replaceFirst(
                        "(name=\"cra\" topic=\"cra\" strategy=\"rrmemory\"\\s+ring-seconds=\"15\") longest-wait-seconds=\"900\" capacity=\"30\"",
                        "$1 longest-wait-seconds=\"16\" capacity=\"1\"")
                .replaceFirst("(name=\"nis2\" topic=\"nis2\" strategy=\"rrmemory\"\\s+ring-seconds=)\"15\"", "$1\"4\"")
                .replace("  <presence after-call-seconds=\"20\"", """
                          <consultants>
                            <consultant name="anna" queues="dojrzalosc"/>
                            <consultant name="bartosz" queues="nis2"/>
                            <consultant name="celina" queues="nis2"/>
                            <consultant name="dawid" queues="cra"/>
                            <consultant name="ewelina" queues="ogolna"/>
                            <consultant name="filip" queues="umowy"/>
                          </consultants>
                          <presence after-call-seconds="3\"""")
                .replace("attempts=\"3\"", "attempts=\"1\"")
                .replace("    <announcement id=\"invalid-key\">", """
                            <announcement id="address">
                              <text language="pl">To jest adres.</text>
                              <text language="en">This is the address.</text>
                            </announcement>
                            <announcement id="invalid-key">""")
                .replace("      <key press=\"3\" then=\"cra\"/>", """
                              <key press="3" then="cra"/>
                              <key press="4" then="to-szkolenia"/>
                              <key press="6" then="to-umowy"/>
                              <key press="7" then="address"/>""")
                .replace("    <queue id=\"to-cra\"", """
                            <queue id="to-szkolenia" queue="szkolenia" then="still-busy"/>
                            <queue id="to-umowy" queue="umowy" then="still-busy"/>
                            <announce id="address" say="address" then="bye"/>
                            <queue id="to-cra\"""")
                .replace(
                        "service-level-seconds=\"30\" abandoned-short-seconds=\"5\" hung-up-early-seconds=\"10\"",
                        "service-level-seconds=\"11\" abandoned-short-seconds=\"3\" hung-up-early-seconds=\"3\"");
    }
}
