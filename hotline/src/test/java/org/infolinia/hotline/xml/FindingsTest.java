package org.infolinia.hotline.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.infolinia.hotline.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FindingsTest {

    private static final Language POLISH = new Language("pl");

    @TempDir
    Path folder;

    /** A sound hotline.xml in which one passage was replaced, and all that is to be found wrong in it. */
    private record Spoilt(String what, String passage, String replacement, List<String> findings) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Spoilt spoilt(String what, String passage, String replacement, String... findings) {
        return new Spoilt(what, passage, replacement, List.of(findings));
    }

    static Stream<Spoilt> againstTheSchema() {
        return Stream.of(
                spoilt(
                        "holidays of a country we do not know",
                        "holidays=\"PL\"",
                        "holidays=\"DE\"",
                        "3:31: holidays of <hours> is \"DE\"; expected: PL"),
                spoilt(
                        "a weekday misspelt",
                        "\"monday tuesday\"",
                        "\"monday tuseday\"",
                        "4:11: days of <open> is \"monday tuseday\"; expected: 1 to 7 days with spaces between, from"
                                + " monday, tuesday, wednesday, thursday, friday, saturday, sunday"),
                spoilt(
                        "an hour that no clock shows",
                        "to=\"17:00\"",
                        "to=\"24:00\"",
                        "5:38: to of <open> is \"24:00\"; expected: hours and minutes from 00:00 to 23:59, two digits"
                                + " each, such as 08:00"),
                spoilt(
                        "a day that no calendar has",
                        "2026-12-31",
                        "2026-02-30",
                        "6:13: date of <closed> is \"2026-02-30\"; expected: a day of the years 2000 to 2099 as"
                                + " year-month-day, such as 2026-12-31"),
                spoilt(
                        "a closed day twice",
                        "reason=\"Inwentaryzacja\"/>",
                        "reason=\"Inwentaryzacja\"/><closed date=\"2026-12-31\" reason=\"x\"/>",
                        "6:64: closed day \"2026-12-31\" is there a second time; expected: only once"),
                spoilt(
                        "a language code of three letters",
                        "<language code=\"en\"/>",
                        "<language code=\"eng\"/>",
                        "8:45: code of <language> is \"eng\"; expected: a language's two lower-case letters, such as"
                                + " pl"),
                spoilt(
                        "a language twice",
                        "<language code=\"en\"/>",
                        "<language code=\"en\"/><language code=\"en\"/>",
                        "8:66: language \"en\" is there a second time; expected: only once"),
                spoilt(
                        "a ring time of no seconds",
                        "ring-seconds=\"15\"",
                        "ring-seconds=\"0\"",
                        "14:12: ring-seconds of <queue> is \"0\"; expected: whole seconds from 1 to 120"),
                spoilt(
                        "a ring time just too long",
                        "ring-seconds=\"15\"",
                        "ring-seconds=\"121\"",
                        "14:12: ring-seconds of <queue> is \"121\"; expected: whole seconds from 1 to 120"),
                spoilt(
                        "a number with a unit",
                        "ring-seconds=\"15\"",
                        "ring-seconds=\"15 s\"",
                        "14:12: ring-seconds of <queue> is \"15 s\"; expected: whole seconds from 1 to 120"),
                spoilt(
                        "a ring time forgotten",
                        "ring-seconds=\"15\" ",
                        "",
                        "13:5: <queue> lacks \"ring-seconds\"; expected: ring-seconds=\"…\""),
                spoilt(
                        "an attribute made up",
                        "ring-seconds=\"15\"",
                        "ring-seconds=\"15\" volume=\"11\"",
                        "14:30: <queue> knows no \"volume\"; expected: only what hotline.xsd names"),
                spoilt(
                        "a node of a kind made up",
                        "<goto ",
                        "<jump ",
                        "38:5: <jump> does not belong here; expected: <announce> or <menu> or <ask> or <hours> or"
                                + " <dialled> or <speak> or <goto> or <call> or <return> or <unrecorded> or <queue> or"
                                + " <callback> or <transfer> or <end> or <subtree>"),
                spoilt(
                        "an element made up",
                        "<thresholds ",
                        "<limits ",
                        "43:3: <limits> does not belong here; expected: <recording> or <thresholds>"),
                spoilt(
                        "an announcement without words",
                        "<text language=\"pl\">A</text><text language=\"en\">A</text>",
                        "",
                        "19:33: <announcement> is not complete; expected: <text>"),
                spoilt(
                        "a blank text",
                        "\">A</text><text language=\"en\">A<",
                        "\"> </text><text language=\"en\">A<",
                        "19:33: the text of <text> is \"\"; expected: a text of 1 to 2000 characters"),
                spoilt(
                        "a text twice in one language",
                        "\">A</text><text language=\"en\">A<",
                        "\">A</text><text language=\"pl\">A<",
                        "19:67: announcement language \"pl\" is there a second time; expected: only once"),
                spoilt(
                        "a key twice in one menu",
                        "<key press=\"9\"",
                        "<key press=\"1\"",
                        "35:12: key \"1\" is there a second time; expected: only once"),
                spoilt(
                        "a key that no telephone has",
                        "<key press=\"9\"",
                        "<key press=\"10\"",
                        "35:12: press of <key> is \"10\"; expected: one of the telephone's keys: 0 to 9, * or #"),
                spoilt(
                        "a node id twice",
                        "<end id=\"bye\"/>",
                        "<end id=\"bye\"/><end id=\"no\"/>",
                        "30:25: node \"no\" is there a second time; expected: only once"),
                spoilt(
                        "words in an end",
                        "<end id=\"bye\"/>",
                        "<end id=\"bye\">now</end>",
                        "30:22: <end> holds something that does not belong there; expected: nothing in it"),
                spoilt(
                        "words between elements",
                        "<topics>",
                        "<topics>words",
                        "11:3: <topics> holds something that does not belong there; expected: no text of its own"),
                spoilt(
                        "an id with a space",
                        "id=\"too-long\"",
                        "id=\"too long\"",
                        "22:19: id of <announcement> is \"too long\"; expected: 1 to 60 of the characters a-z, 0-9 and"
                                + " \"-\""),
                spoilt(
                        "nothing to say",
                        "say=\"closed goodbye\"",
                        "say=\"\"",
                        "29:23: say of <announce> is \"\"; expected: 1 to 10 ids with spaces between, each 1 to 60 of"
                                + " the characters a-z, 0-9 and \"-\""),
                spoilt(
                        "a general queue marked with a no",
                        " general=\"yes\"",
                        " general=\"no\"",
                        "15:23: general of <queue> is \"no\"; expected: \"yes\", or no such attribute"));
    }

    static Stream<Spoilt> withoutMeaning() {
        return Stream.of(
                spoilt(
                        "a time zone that does not exist",
                        "Europe/Warsaw",
                        "Europe/Warszawa",
                        "3:10: there is no time zone \"Europe/Warszawa\"; expected: a name such as Europe/Warsaw"),
                spoilt(
                        "hours that end when they begin",
                        "from=\"12:00\" to=\"17:00\"",
                        "from=\"12:00\" to=\"12:00\"",
                        "5:38: open from 12:00 to 12:00; expected: an end later than 12:00"),
                spoilt(
                        "hours that overlap by a minute",
                        "from=\"12:00\" to=\"17:00\"",
                        "from=\"11:59\" to=\"17:00\"",
                        "5:11: monday is already open from 08:00 to 12:00 (line 4); expected: each day's hours apart"
                                + " from each other"),
                spoilt(
                        "a weekday twice",
                        "days=\"monday tuesday\"",
                        "days=\"tuesday tuesday\"",
                        "4:11: tuesday is already open from 08:00 to 12:00 (line 4); expected: each day's hours apart"
                                + " from each other"),
                spoilt(
                        "a queue of an unknown topic",
                        "topic=\"nis2\"",
                        "topic=\"nis3\"",
                        "13:24: there is no topic \"nis3\"; expected: nis2"),
                spoilt(
                        "no general queue",
                        " general=\"yes\"",
                        "",
                        "12:3: no queue is the general one; expected: exactly one queue with general=\"yes\""),
                spoilt(
                        "two general queues",
                        "topic=\"nis2\"",
                        "topic=\"nis2\" general=\"yes\"",
                        "15:23: a second general queue, after \"nis2\"; expected: exactly one queue with"
                                + " general=\"yes\""),
                spoilt(
                        "a general queue of one language that overflows",
                        " general=\"yes\"",
                        " general=\"yes\" language=\"de\" overflow-seconds=\"60\"",
                        "15:37: the general queue is of one language; expected: none, since it takes whoever nothing"
                                + " else takes",
                        "15:51: the general queue flows over into itself; expected: another queue's"),
                spoilt(
                        "the only queue of a topic takes one language that is not spoken",
                        "topic=\"nis2\"",
                        "topic=\"nis2\" language=\"de\"",
                        "13:24: no queue of the same topic takes the other languages' callers; expected: one without"
                                + " language",
                        "13:37: there is no language \"de\"; expected: pl, en"),
                spoilt(
                        "two queues of the same topic and language",
                        "</queues>",
                        "<queue name=\"a\" topic=\"nis2\" language=\"en\" strategy=\"random\" ring-seconds=\"5\""
                                + " longest-wait-seconds=\"9\" capacity=\"1\"/><queue name=\"b\" topic=\"nis2\""
                                + " language=\"en\" strategy=\"random\" ring-seconds=\"5\" longest-wait-seconds=\"9\""
                                + " capacity=\"1\"/></queues>",
                        "17:149: queue \"a\" has the same topic and language; expected: one such queue"),
                spoilt(
                        "a consultant of queues and languages that are not there",
                        "</queues>",
                        "</queues><consultants><consultant name=\"anna\" queues=\"nis2 nis3\""
                                + " languages=\"fr\"/></consultants>",
                        "17:49: there is no queue \"nis3\"; expected: nis2, any",
                        "17:68: there is no language \"fr\"; expected: pl, en"),
                spoilt(
                        "a level that is none",
                        "</queues>",
                        "</queues><consultants><consultant name=\"anna\" languages=\"pl en:B3\"/></consultants>",
                        "17:49: languages of <consultant> is \"pl en:B3\"; expected: 1 to 10 languages' two lower-case"
                                + " letters with spaces between, such as pl en; each may have a level: A1, A2, B1, B2,"
                                + " C1 or C2, such as en:B2"),
                spoilt(
                        "a level of a language that is not there",
                        "</queues>",
                        "</queues><consultants><consultant name=\"anna\" languages=\"pl fr:B2\"/></consultants>",
                        "17:49: there is no language \"fr\"; expected: pl, en"),
                spoilt(
                        "a language spoken at two levels",
                        "</queues>",
                        "</queues><consultants><consultant name=\"anna\" languages=\"en:B2 pl en\"/></consultants>",
                        "17:49: language \"en\" is there twice; expected: once, with one level or none"),
                spoilt(
                        "a topic without its English name",
                        "<name language=\"en\">Directive</name>",
                        "",
                        "10:12: topic \"nis2\" has no name in en; expected: a <name language=\"en\">"),
                spoilt(
                        "an announcement without its English text",
                        "<text language=\"en\">B</text>",
                        "",
                        "20:19: announcement \"closed\" has no text in en; expected: a <text language=\"en\">"),
                spoilt(
                        "a text in a language not spoken",
                        "<text language=\"en\">B</text>",
                        "<text language=\"de\">B</text>",
                        "20:19: announcement \"closed\" has no text in en; expected: a <text language=\"en\">",
                        "20:65: there is no language \"de\"; expected: pl, en"),
                spoilt(
                        "an announcement missing that the dialplan says",
                        "announcement id=\"refused\"",
                        "announcement id=\"refuse\"",
                        "18:3: announcement \"refused\" is missing; expected: it is there, since the exchange says it"
                                + " by itself",
                        "33:11: there is no announcement \"refused\"; expected: fallback, closed, refuse, too-long,"
                                + " goodbye, signed-in, signed-out, hello"),
                spoilt(
                        "a way to an unknown node",
                        "then=\"bye\"",
                        "then=\"by\"",
                        "29:44: there is no node \"by\"; expected: start, no, bye, hello, main, again, english,"
                                + " to-nis2, to-any"),
                spoilt(
                        "a start at an unknown node",
                        "start=\"start\"",
                        "start=\"begin\"",
                        "27:8: there is no node \"begin\"; expected: start, no, bye, hello, main, again, english,"
                                + " to-nis2, to-any"),
                spoilt(
                        "a closed branch to an unknown node",
                        "closed=\"no\"",
                        "closed=\"nowhere\"",
                        "28:36: there is no node \"nowhere\"; expected: start, no, bye, hello, main, again, english,"
                                + " to-nis2, to-any"),
                spoilt(
                        "a menu's last way to an unknown node",
                        "otherwise=\"to-any\"",
                        "otherwise=\"to-none\"",
                        "33:47: there is no node \"to-none\"; expected: start, no, bye, hello, main, again, english,"
                                + " to-nis2, to-any"),
                spoilt(
                        "a key to an unknown node",
                        "press=\"9\" then=\"english\"",
                        "press=\"9\" then=\"anglais\"",
                        "35:22: there is no node \"anglais\"; expected: start, no, bye, hello, main, again, english,"
                                + " to-nis2, to-any"),
                spoilt(
                        "an unknown announcement",
                        "say=\"closed goodbye\"",
                        "say=\"closed godbye\"",
                        "29:23: there is no announcement \"godbye\"; expected: fallback, closed, refused, too-long,"
                                + " goodbye, signed-in, signed-out, hello"),
                spoilt(
                        "an unknown complaint about a wrong key",
                        "invalid=\"refused\"",
                        "invalid=\"wrong\"",
                        "33:11: there is no announcement \"wrong\"; expected: fallback, closed, refused, too-long,"
                                + " goodbye, signed-in, signed-out, hello"),
                spoilt(
                        "an unknown complaint about silence",
                        "silence=\"goodbye\"",
                        "silence=\"hush\"",
                        "33:29: there is no announcement \"hush\"; expected: fallback, closed, refused, too-long,"
                                + " goodbye, signed-in, signed-out, hello"),
                spoilt(
                        "a language not spoken",
                        "id=\"english\" language=\"en\"",
                        "id=\"english\" language=\"de\"",
                        "39:25: there is no language \"de\"; expected: pl, en"),
                spoilt(
                        "an unknown queue",
                        "queue=\"any\"",
                        "queue=\"all\"",
                        "41:24: there is no queue \"all\"; expected: nis2, any"),
                spoilt(
                        "a node that nobody reaches",
                        "<end id=\"bye\"/>",
                        "<end id=\"bye\"/><end id=\"attic\"/>",
                        "30:25: no caller ever gets to \"attic\"; expected: a node that leads to it, or none such"),
                spoilt(
                        "a loop for the silent",
                        "otherwise=\"to-any\"",
                        "otherwise=\"again\"",
                        "32:11: a caller who presses no key goes round for ever: main → again → main; expected: a way"
                                + " to a queue or an end",
                        "41:12: no caller ever gets to \"to-any\"; expected: a node that leads to it, or none such"),
                spoilt(
                        "a branch by a timetable that is not there",
                        "open=\"hello\" closed",
                        "timetable=\"night\" open=\"hello\" closed",
                        "28:23: there is no timetable \"night\"; expected: one in this file"),
                spoilt(
                        "an open day that is a closed day",
                        "reason=\"Inwentaryzacja\"/>",
                        "reason=\"Inwentaryzacja\"/><open-day date=\"2026-12-31\" from=\"09:00\" to=\"10:00\" reason=\"x\"/>",
                        "6:66: 2026-12-31 is a closed day too; expected: one or the other"),
                spoilt(
                        "open days that overlap",
                        "reason=\"Inwentaryzacja\"/>",
                        "reason=\"Inwentaryzacja\"/><open-day date=\"2026-12-30\" from=\"09:00\" to=\"10:00\" reason=\"x\"/>"
                                + "<open-day date=\"2026-12-30\" from=\"09:59\" to=\"11:00\" reason=\"x\"/>",
                        "6:130: 2026-12-30 is already open from 09:00 to 10:00 (line 6); expected: each day's hours apart from each other"),
                spoilt(
                        "a pattern that is none, for more digits than at most",
                        "<goto id=\"again\" then=\"main\"/>",
                        "<ask id=\"again\" say=\"hello\" min-digits=\"3\" max-digits=\"2\" pattern=\"[1\" patience-seconds=\"5\" tries=\"1\" then=\"main\" otherwise=\"to-any\"/>",
                        "38:48: at least 3 digits and at most 2; expected: not less than min-digits",
                        "38:63: \"[1\" is no pattern: a [ without its ]; expected: digits, . for any, [0-4] for one of several, each with ?, {3} or {3,5} behind it for how often"),
                spoilt(
                        "a way into the middle of a subtree, beside a return outside one",
                        "<goto id=\"again\" then=\"main\"/>",
                        "<call id=\"again\" subtree=\"sub\" then=\"inside\"/><return id=\"out\"/>"
                                + "<subtree id=\"sub\" start=\"inside\"><return id=\"inside\"/></subtree>",
                        "38:36: \"inside\" is inside subtree \"sub\"; expected: a <call subtree=\"sub\"> that leads into it",
                        "38:51: a <return> outside a subtree; expected: it is in the <subtree> that it comes back from"),
                spoilt(
                        "an unknown subtree, and one that begins outside itself",
                        "<goto id=\"again\" then=\"main\"/>",
                        "<call id=\"again\" subtree=\"subs\" then=\"main\"/><subtree id=\"sub\" start=\"main\"><return id=\"r\"/></subtree>",
                        "38:22: there is no subtree \"subs\"; expected: sub",
                        "38:68: there is no node in subtree \"sub\" \"main\"; expected: r"),
                spoilt(
                        "subtrees that call each other",
                        "<goto id=\"again\" then=\"main\"/>",
                        "<call id=\"again\" subtree=\"one\" then=\"main\"/>"
                                + "<subtree id=\"one\" start=\"c1\"><call id=\"c1\" subtree=\"two\" then=\"r1\"/><return id=\"r1\"/></subtree>"
                                + "<subtree id=\"two\" start=\"c2\"><call id=\"c2\" subtree=\"one\" then=\"r2\"/><return id=\"r2\"/></subtree>",
                        "38:58: subtree \"one\" calls itself: one → two → one; expected: subtrees that come to an end"),
                spoilt(
                        "a key twice, once for repeating",
                        "<key press=\"*\" then=\"again\"/>",
                        "<key press=\"*\" then=\"again\"/><repeat press=\"*\"/>",
                        "36:44: key \"*\" is there a second time; expected: only once"),
                spoilt(
                        "a loop of a queue that gives back whom nobody answers",
                        "<queue id=\"to-any\" queue=\"any\"/>",
                        "<queue id=\"to-any\" queue=\"any\" then=\"main\"/>",
                        "32:11: a caller whom nobody answers goes round for ever: main → to-any → main; expected: a way to an end"),
                spoilt(
                        "a loop outside the hours only",
                        "open=\"hello\" closed=\"no\"",
                        "open=\"hello\" closed=\"start\"",
                        "28:12: a caller who presses no key goes round for ever: start → start; expected: a way to a"
                                + " queue or an end",
                        "29:15: no caller ever gets to \"no\"; expected: a node that leads to it, or none such",
                        "30:10: no caller ever gets to \"bye\"; expected: a node that leads to it, or none such"));
    }

    @ParameterizedTest
    @MethodSource({"againstTheSchema", "withoutMeaning"})
    void whatIsWrongIsNamedWithItsPlaceAndWhatIsExpected(Spoilt spoilt) throws IOException {
        assertThat(findings(SoundHotline.with(spoilt.passage, spoilt.replacement)))
                .containsExactlyElementsOf(spoilt.findings);
    }

    /** What stands between quotation marks is of the file, and to be told in any language. */
    @ParameterizedTest
    @MethodSource({"againstTheSchema", "withoutMeaning"})
    void whatIsWrongIsSaidInPolishToo(Spoilt spoilt) throws IOException {
        Path file =
                Files.writeString(folder.resolve("hotline.xml"), SoundHotline.with(spoilt.passage, spoilt.replacement));

        assertThat(refused(file)).allSatisfy(finding -> {
            List<String> quoted = Pattern.compile("\"([\\w*#-]+)\"")
                    .matcher(finding.message())
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(finding.in(POLISH)).isNotEqualTo(finding.message()).doesNotContain("expected", "po angielsku");
            assertThat(quoted).allSatisfy(name -> assertThat(finding.in(POLISH)).contains(name));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        holidays="PL"               | holidays="DE"         | holidays w <hours> to „DE”; ma być: PL
        ring-seconds="15"           | ``                    | w <queue> brakuje „ring-seconds”; dopisz ring-seconds="…"
        <goto id="again"            | <jump id="again"      | <jump> nie może stać w tym miejscu; ma tu być: <announce> albo <menu> albo <ask> albo <hours> albo <dialled> albo <speak> albo <goto> albo <call> albo <return> albo <unrecorded> albo <queue> albo <callback> albo <transfer> albo <end> albo <subtree>
        <key press="9"              | <key press="1"        | klawisz „1” jest tu po raz drugi; może być tylko raz
        queue="any"                 | queue="all"           | nie ma kolejki „all”; do wyboru: nis2, any
        <end id="bye"/>             | <end id="bye"/><end id="attic"/> | do węzła „attic” nikt nigdy nie trafi; ma do niego prowadzić inny węzeł albo trzeba go usunąć
        id="to-any" queue="any"     | id="to-any" queue="any" then="main" | dzwoniący, któremu nikt nie odbiera, krąży bez końca: main → to-any → main; ma mieć drogę do końca rozmowy
        </menu>                     | </manu>               | to nie jest poprawny XML: element „menu” nie jest zamknięty; ma być </menu>, zanim zamknie się ten, w którym stoi
        ring-seconds="15"           | ring-seconds=15       | to nie jest poprawny XML: wartość atrybutu „ring-seconds” w <queue> ma być w cudzysłowie, prostym jak w ring-seconds="…"
        ring-seconds="15"           | ring-seconds          | to nie jest poprawny XML: po nazwie atrybutu „ring-seconds” w <queue> ma być znak =
        holidays="PL"               | holidays="PL          | to nie jest poprawny XML: w wartości atrybutu „holidays” w <hours> jest znak <; brakuje cudzysłowu na jej końcu albo ma być &lt;
        holidays="PL"               | holidays="PL" holidays="PL" | to nie jest poprawny XML: atrybut „holidays” jest w <hours> po raz drugi; może być tylko raz
        <end id="bye"/>             | <end id="bye" <       | to nie jest poprawny XML: znacznik „end” nie jest dokończony; po nazwie mają być atrybuty, > albo />
        Dyrektywa                   | A & B                 | to nie jest poprawny XML: znak & pisze się w XML jako &amp;
        Dyrektywa                   | R&D i                 | to nie jest poprawny XML: po &D brakuje średnika; a sam znak & pisze się w XML jako &amp;
        Dyrektywa                   | &copy;                | to nie jest poprawny XML: nie ma czegoś takiego jak &copy;
        Dyrektywa                   | 5 < 6                 | to nie jest poprawny XML: znak < nie zaczyna tu żadnego znacznika; w tekście pisze się go jako &lt;
        <topics>                    | <!-- a -- b --><topics> | to nie jest poprawny XML: w komentarzu nie może być dwóch łączników obok siebie
        </hotline>                  | </hotline><more/>     | to nie jest poprawny XML: za </hotline> nie może być już żadnych elementów
        </hotline>                  | </hotline> more       | to nie jest poprawny XML: za </hotline> jest coś, czego nie może tam być
        </hotline>                  | ``                    | to nie jest poprawny XML: plik się urywa: któryś element nie jest zamknięty
        """)
    void whatIsWrongIsSaidInWordsThatACoordinatorKnows(String passage, String replacement, String told)
            throws IOException {
        Path file = Files.writeString(folder.resolve("hotline.xml"), SoundHotline.with(passage, replacement));

        assertThat(refused(file))
                .first()
                .satisfies(finding -> assertThat(finding.in(POLISH)).isEqualTo(told));
    }

    @Test
    void whatTheBoxLacksIsAWarningAndNoReasonToRefuse() throws Exception {
        Path file = folder.resolve("hotline.xml");
        Files.writeString(file, SoundHotline.TEXT);
        OnTheBox empty = new OnTheBox() {
            @Override
            public boolean isRecorded(String announcement, Language language) {
                return !announcement.equals("hello")
                        && (language.code().equals("pl") || !announcement.equals("goodbye"));
            }

            @Override
            public Optional<Set<String>> consultants() {
                return Optional.of(Set.of());
            }
        };

        assertThat(HotlineFile.checked(file, empty).warnings())
                .extracting(
                        finding -> finding.toString().substring(file.toString().length() + 1))
                .containsExactly(
                        "13:12: warning: no consultant can sign in to queue \"nis2\"; until one can, it lets no caller in",
                        "15:12: warning: no consultant can sign in to queue \"any\"; until one can, it lets no caller in",
                        "23:19: warning: announcement \"goodbye\" is not recorded in en; until it is, its text is synthesised",
                        "24:19: warning: announcement \"hello\" is not recorded in pl, en; until it is, its text is synthesised");
        assertThat(HotlineFile.checked(file).warnings()).isEmpty();
    }

    @Test
    void theSoundHotlineIsInOrder() throws IOException {
        assertThat(findings(SoundHotline.TEXT)).isEmpty();
    }

    @Test
    void allFaultsAreFoundAtOnceInTheOrderOfTheFile() throws IOException {
        String text = SoundHotline.TEXT
                .replace("then=\"again\"", "then=\"agai\"")
                .replace("topic=\"nis2\"", "topic=\"nis\"")
                .replace("Europe/Warsaw", "Warsaw");

        assertThat(findings(text))
                .hasSize(3)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("3:10: "),
                        second -> assertThat(second).startsWith("13:24: "),
                        third -> assertThat(third).startsWith("36:22: "));
    }

    @Test
    void textOf2000CharactersIsTheLongest() throws IOException {
        assertThat(findings(SoundHotline.with(" Dzień", "x".repeat(1_994)))).isEmpty();
        assertThat(findings(SoundHotline.with(" Dzień", "x".repeat(1_995))))
                .containsExactly("24:30: the text of <text> is \"" + "x".repeat(60)
                        + "…\"; expected: a text of 1 to 2000 characters");
    }

    @Test
    void idOf60CharactersIsTheLongest() throws IOException {
        String end = "<end id=\"bye\"/>";
        String speak = "then=\"bye\"";
        String longest = "x".repeat(60);
        assertThat(findings(SoundHotline.with(end, "<end id=\"" + longest + "\"/>")
                        .replace(speak, "then=\"" + longest + "\"")))
                .isEmpty();
        assertThat(findings(SoundHotline.with(end, "<end id=\"x" + longest + "\"/>")))
                .containsExactly("30:10: id of <end> is \"" + longest
                        + "…\"; expected: 1 to 60 of the characters a-z, 0-9 and \"-\"");
    }

    @Test
    void menuHasNoMoreKeysThanATelephone() throws IOException {
        String keys = "<key press=\"#\" then=\"main\"/>".repeat(10);

        assertThat(findings(SoundHotline.with("<key press=\"9\"", keys + "<key press=\"9\"")))
                .contains("36:7: one <key> too many; expected: at most 12");
    }

    @Test
    void treeHasAtMost500Nodes() throws IOException {
        StringBuilder chain = new StringBuilder();
        for (int i = 0; i < 491; i++) {
            chain.append("<goto id=\"n")
                    .append(i)
                    .append("\" then=\"n")
                    .append(i + 1)
                    .append("\"/>\n");
        }
        String whole =
                SoundHotline.with("<goto id=\"again\" then=\"main\"/>", "<goto id=\"again\" then=\"n0\"/>" + chain);

        assertThat(findings(whole.replace("then=\"n491\"", "then=\"main\""))).isEmpty();
        assertThat(findings(whole.replace("\" then=\"n491\"/>", "\" then=\"more\"/><goto id=\"more\" then=\"main\"/>")))
                .containsExactly("532:12: one node too many; expected: at most 500");
    }

    @Test
    void fileThatIsNotXmlIsReadUpToItsFirstFault() throws IOException {
        assertThat(findings(SoundHotline.with("</menu>", "</manu>")))
                .containsExactly("37:7: not well-formed XML: The element type \"menu\" must be terminated by the"
                        + " matching end-tag \"</menu>\".");
        assertThat(findings("")).containsExactly("1:1: not well-formed XML: Premature end of file.");
    }

    @Test
    void anotherKindOfFileIsNotAHotline() throws IOException {
        String expected = "1:1: this is not a hotline; expected: <hotline xmlns=\"https://infolinia.org/hotline\">";

        assertThat(findings("<html/>")).containsExactly(expected);
        assertThat(findings("<hotline/>")).containsExactly(expected);
    }

    @Test
    void entityThatReadsAnotherFileIsRefusedUnread() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "the secret");
        String text = """
            <?xml version="1.0"?>
            <!DOCTYPE hotline [<!ENTITY secret SYSTEM "%s">]>
            <hotline xmlns="https://infolinia.org/hotline">&secret;</hotline>
            """.formatted(secret.toUri());

        assertThat(findings(text))
                .containsExactly("2:10: a DOCTYPE is not allowed; expected: <hotline …> right after the first line");
    }

    @Test
    void entitiesThatMultiplyAreRefusedUnread() throws IOException {
        String text = """
            <!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
            <hotline xmlns="https://infolinia.org/hotline">&b;</hotline>
            """;

        assertThat(findings(text))
                .containsExactly("1:10: a DOCTYPE is not allowed; expected: <hotline …> right after the first line");
    }

    @Test
    void schemaThatTheFileNamesIsNeverFetched() throws IOException {
        String own = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xsi:schemaLocation=\"https://infolinia.org/hotline file:///nowhere/hotline.xsd\">";

        assertThat(findings(SoundHotline.with("infolinia.org/hotline\">", "infolinia.org/hotline\"" + own)))
                .isEmpty();
    }

    @Test
    void aMillionBytesAreTheMost() throws IOException {
        byte[] sound = SoundHotline.TEXT.getBytes(StandardCharsets.UTF_8);
        String filled = SoundHotline.TEXT + " ".repeat(1_000_000 - sound.length);

        assertThat(findings(filled)).isEmpty();
        assertThat(findings(filled + " ")).containsExactly("0:0: is too large; expected: at most 1000000 bytes");
    }

    @Test
    void missingFileAndFolderAreFindings() {
        assertThat(findings(folder.resolve("none.xml")))
                .containsExactly("0:0: there is no such file; expected: a hotline.xml");
        assertThat(findings(folder))
                .singleElement()
                .asString()
                .startsWith("0:0: cannot be read")
                .endsWith("expected: a readable hotline.xml");
    }

    @Test
    void fileSavedInAnOldPolishEncodingIsRefusedWhereItShows() throws IOException {
        assertThat(findings(SoundHotline.TEXT.getBytes(Charset.forName("windows-1250"))))
                .containsExactly("24:55: this character is not UTF-8; expected: a file saved as UTF-8"
                        + " (the editor's \"save as\" offers it)");
    }

    @Test
    void byteOrderMarkAndWindowsLineEndsShiftNoPlace() throws IOException {
        String windows =
                "\uFEFF" + SoundHotline.with("then=\"bye\"", "then=\"by\"").replace("\n", "\r\n");

        assertThat(findings(windows)).singleElement().asString().startsWith("29:44: ");
    }

    private List<String> findings(String text) throws IOException {
        return findings(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> findings(byte[] bytes) throws IOException {
        return findings(Files.write(folder.resolve("hotline.xml"), bytes));
    }

    /** Each as {@code line:column: message}. */
    private static List<String> findings(Path file) {
        return refused(file).stream()
                .map(finding -> finding.line() + ":" + finding.column() + ": " + finding.message())
                .toList();
    }

    private static List<Finding> refused(Path file) {
        try {
            HotlineFile.read(file);
            return List.of();
        } catch (HotlineRefused refused) {
            assertThat(refused.findings()).extracting(Finding::file).containsOnly(file.toString());
            return refused.findings();
        }
    }
}
