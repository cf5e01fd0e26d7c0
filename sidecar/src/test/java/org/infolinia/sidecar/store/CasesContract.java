package org.infolinia.sidecar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.calls.CallKind;
import org.infolinia.hotline.calls.Conversation;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.hotline.calls.QueueVisit;
import org.infolinia.hotline.cases.Case;
import org.infolinia.hotline.cases.CaseChange;
import org.infolinia.hotline.cases.CaseContact;
import org.infolinia.hotline.cases.CaseField;
import org.infolinia.hotline.cases.CaseLine;
import org.infolinia.hotline.cases.CaseNumber;
import org.infolinia.hotline.cases.CaseSearch;
import org.infolinia.hotline.cases.Cases;
import org.infolinia.hotline.cases.SearchWords;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Cases} promises, whatever the database. */
abstract class CasesContract {

    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

    private Database database;
    private Cases cases;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        database = Database.open(freshDatabase());
        cases = new DatabaseCases(() -> database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void numbersGoOnInAYearAndBeginAnewInTheNext() {
        assertThat(opened("a", Map.of()).number()).hasToString("2026-000001");
        assertThat(opened("b", Map.of()).number()).hasToString("2026-000002");
        assertThat(cases.open(new Cases.Opening("c", 2027, NOON, "anna", Map.of(), Optional.empty()))
                        .number())
                .hasToString("2027-000001");
    }

    @Test
    void openingOnceMoreWithTheSameKeyOpensNothing() {
        Case first = openedOf("1.7", "600100200");

        assertThat(openedOf("1.7", "600100200")).isEqualTo(first);
        assertThat(opened("b", Map.of()).number()).hasToString("2026-000002");
        assertThat(cases.ofContact(CaseContact.Key.call("1.7"))).contains(first);
        assertThat(cases.changes(first.number(), 10)).isEmpty();
    }

    @Test
    void ofManyWhoOpenOneAtTheSameMomentAllGetTheSame() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<CaseNumber>> tries = new ArrayList<>(
                    Collections.nCopies(8, () -> openedOf("1.7", "600100200").number()));
            for (Future<CaseNumber> one : threads.invokeAll(tries)) {
                assertThat(one.get()).isEqualTo(openedOf("1.7", "600100200").number());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(found("", Optional.empty())).hasSize(1);
    }

    @Test
    void whatIsWrittenIsThereWithItsHistory() {
        CaseNumber number = opened("a", Map.of(CaseField.NUMBER, "600100200")).number();

        Cases.Saved saved = saved(number, 1, Map.of(CaseField.NAME, "<b>Żółć</b> & syn"), "anna", 60);

        assertThat(saved.done()).isTrue();
        assertThat(saved.now().version()).isEqualTo(2);
        Case now = cases.find(number).orElseThrow();
        assertThat(now).isEqualTo(saved.now());
        assertThat(now.get(CaseField.NAME)).isEqualTo("<b>Żółć</b> & syn");
        assertThat(now.get(CaseField.NUMBER)).isEqualTo("600100200");
        assertThat(now.opened()).isEqualTo(NOON);
        assertThat(now.changed()).isEqualTo(NOON.plusSeconds(60));
        assertThat(cases.changes(number, 10))
                .containsExactly(new CaseChange(NOON.plusSeconds(60), "anna", "name", "", "<b>Żółć</b> & syn"));
        assertThat(cases.find(new CaseNumber(2026, 99))).isEmpty();
        assertThat(cases.save(new CaseNumber(2026, 99), 1, Map.of(), "anna", NOON))
                .isEmpty();
    }

    @Test
    void changesOfOneMomentStandInTheirOrder() {
        CaseNumber number = openedOf("1.7", "600100200").number();
        List<String> said = List.of("a", "b", "c", "d", "e", "f");
        for (int i = 0; i < said.size(); i++) {
            // Two by turns, so that none goes on with the one before.
            cases.save(number, i + 1L, Map.of(CaseField.NOTES, said.get(i)), i % 2 == 0 ? "anna" : "bartosz", NOON);
        }

        assertThat(cases.changes(number, 10))
                .extracting(CaseChange::became)
                .containsExactly("f", "e", "d", "c", "b", "a");
    }

    @Test
    void whatNobodyChangedIsNoChange() {
        CaseNumber number = opened("a", Map.of()).number();

        assertThat(saved(number, 1, Map.of(CaseField.NAME, ""), "anna", 1).now().version())
                .isEqualTo(1);
        assertThat(cases.changes(number, 10)).isEmpty();
    }

    @Test
    void theSecondOfTwoWritesNothingAndIsToldWhatTheFirstWrote() {
        CaseNumber number = opened("a", Map.of()).number();
        saved(number, 1, Map.of(CaseField.NOTES, "Anna's"), "anna", 1);

        Cases.Saved second = saved(number, 1, Map.of(CaseField.NOTES, "Bartosz's"), "bartosz", 2);

        assertThat(second.done()).isFalse();
        assertThat(second.now().get(CaseField.NOTES)).isEqualTo("Anna's");
        assertThat(second.now().version()).isEqualTo(2);
        assertThat(cases.find(number).orElseThrow().get(CaseField.NOTES)).isEqualTo("Anna's");
    }

    @Test
    void ofManyWhoWriteAtTheSameMomentOneDoes() throws Exception {
        CaseNumber number = opened("a", Map.of()).number();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        int done = 0;
        try {
            List<Callable<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String notes = "version " + i;
                tries.add(() -> saved(number, 1, Map.of(CaseField.NOTES, notes), "anna", 1)
                        .done());
            }
            for (Future<Boolean> one : threads.invokeAll(tries)) {
                done += one.get() ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(done).isEqualTo(1);
        assertThat(cases.find(number).orElseThrow().version()).isEqualTo(2);
        assertThat(cases.changes(number, 10)).hasSize(1);
    }

    @Test
    void whatIsTypedWithoutALongerPauseIsOneChange() {
        CaseNumber number = opened("a", Map.of()).number();
        saved(number, 1, Map.of(CaseField.NOTES, "A"), "anna", 1);
        saved(number, 2, Map.of(CaseField.NOTES, "A qu"), "anna", 2);
        saved(number, 3, Map.of(CaseField.NOTES, "A question"), "anna", 3);
        saved(number, 4, Map.of(CaseField.NOTES, "An answer"), "bartosz", 4);
        saved(number, 5, Map.of(CaseField.NOTES, "Another"), "bartosz", 4 + 601);
        saved(number, 6, Map.of(CaseField.NOTES, "An answer"), "bartosz", 4 + 602);
        saved(number, 7, Map.of(CaseField.STATE, CaseField.RESOLVED), "bartosz", 1000);
        saved(number, 8, Map.of(CaseField.STATE, CaseField.OPEN), "bartosz", 1001);

        assertThat(cases.changes(number, 10))
                .containsExactly(
                        new CaseChange(NOON.plusSeconds(1001), "bartosz", "state", "resolved", "open"),
                        new CaseChange(NOON.plusSeconds(1000), "bartosz", "state", "open", "resolved"),
                        new CaseChange(NOON.plusSeconds(4), "bartosz", "notes", "A question", "An answer"),
                        new CaseChange(NOON.plusSeconds(3), "anna", "notes", "", "A question"));
        assertThat(cases.changes(number, 2)).hasSize(2);
    }

    @Test
    void contactsAreToldWithWhatIsKnownOfThemOnceTheyAreOver() {
        CaseNumber number = openedOf("1.7", "600100200").number();
        cases.join(number, CaseContact.Key.call("1.9"), "bartosz", NOON.plusSeconds(500));
        new DatabaseFinishedCalls(database).keep(call("1.7", "600100200"));

        assertThat(cases.contacts(number, 10))
                .containsExactly(
                        new CaseContact(
                                CaseContact.Key.call("1.9"), NOON.plusSeconds(500), "bartosz", Optional.empty()),
                        new CaseContact(
                                CaseContact.Key.call("1.7"),
                                NOON,
                                "anna",
                                Optional.of(new CaseContact.Call(
                                        NOON.minusSeconds(60),
                                        Outcome.ANSWERED,
                                        Optional.of(new QueueName("nis2")),
                                        Optional.of("anna"),
                                        Duration.ofSeconds(125)))));
        assertThat(cases.contacts(number, 1)).hasSize(1);
    }

    @Test
    void contactThatIsMovedIsInTheHistoryOfBoth() {
        CaseNumber first = openedOf("1.7", "600100200").number();
        CaseNumber second = opened("b", Map.of()).number();

        assertThat(cases.join(second, CaseContact.Key.call("1.7"), "anna", NOON.plusSeconds(9)))
                .isTrue();
        assertThat(cases.join(second, CaseContact.Key.call("1.7"), "anna", NOON.plusSeconds(10)))
                .isTrue();

        CaseChange moved = new CaseChange(NOON.plusSeconds(9), "anna", "contact", first.toString(), second.toString());
        assertThat(cases.changes(first, 10)).containsExactly(moved);
        assertThat(cases.changes(second, 10)).containsExactly(moved);
        assertThat(cases.contacts(first, 10)).isEmpty();
        assertThat(cases.ofContact(CaseContact.Key.call("1.7")).orElseThrow().number())
                .isEqualTo(second);
        assertThat(cases.join(new CaseNumber(2026, 99), CaseContact.Key.call("1.7"), "anna", NOON))
                .isFalse();
        assertThat(openedOf("1.7", "600100200").number()).isEqualTo(first);
        assertThat(cases.ofContact(CaseContact.Key.call("1.7")).orElseThrow().number())
                .isEqualTo(first);
    }

    @Test
    void openCasesOfANumberAreKnownHoweverItIsWritten() {
        Case one = opened("a", Map.of(CaseField.NUMBER, "+48 600 100 200"));
        opened("b", Map.of(CaseField.NUMBER, "600100200", CaseField.STATE, CaseField.RESOLVED));
        opened("c", Map.of(CaseField.NUMBER, "600100201"));
        opened("d", Map.of());

        assertThat(cases.openOf("600100200", 10)).extracting(CaseLine::number).containsExactly(one.number());
        assertThat(cases.openOf("48600100200", 10)).extracting(CaseLine::number).containsExactly(one.number());
        assertThat(cases.openOf("", 10)).isEmpty();
    }

    @Test
    void casesAreFoundByAllThatIsSaidOfThem() {
        opened(
                "a",
                Map.of(
                        CaseField.NUMBER, "600100200",
                        CaseField.NAME, "Jan Kowalski",
                        CaseField.EMAIL, "jan@firma.pl",
                        CaseField.NOTES, "Pyta o NIS2 i zażalenie."));
        opened("b", Map.of(CaseField.NAME, "Zofia Zzz", CaseField.NOTES, "Pyta o CRA"));

        for (String asked : new String[] {
            "kowal", "JAN@firma", "+48 600 100 200", "600100", "2026-1", "zazalen", "nis jan", "Pyta kowalski"
        }) {
            assertThat(found(asked, Optional.empty())).as(asked).containsExactly("2026-000001");
        }
        assertThat(found("pyta", Optional.empty())).containsExactly("2026-000002", "2026-000001");
        assertThat(found("zzz", Optional.empty())).containsExactly("2026-000002");
        assertThat(found("owalski", Optional.empty())).isEmpty();
        assertThat(found("pyta kowalska", Optional.empty())).isEmpty();
        assertThat(found("pyta", Optional.of(CaseField.RESOLVED))).isEmpty();
    }

    @Test
    void wordsThatAreNoLongerThereAreNotFound() {
        CaseNumber number = opened("a", Map.of(CaseField.NOTES, "dawne słowa")).number();

        saved(number, 1, Map.of(CaseField.NOTES, "nowe słowa"), "anna", 1);

        assertThat(found("dawne", Optional.empty())).isEmpty();
        assertThat(found("nowe slowa", Optional.empty())).containsExactly("2026-000001");
    }

    @Test
    void listsAreOfTheirAssigneeOrDayAndComeInPages() {
        opened("a", Map.of(CaseField.ASSIGNEE, "anna", CaseField.FOLLOW_UP, "2026-11-23"));
        opened("b", Map.of(CaseField.ASSIGNEE, "bartosz", CaseField.FOLLOW_UP, "2026-11-20"));
        opened("c", Map.of(CaseField.ASSIGNEE, "anna", CaseField.FOLLOW_UP, "2026-11-24"));
        opened("d", Map.of(CaseField.ASSIGNEE, "anna", CaseField.STATE, CaseField.RESOLVED));

        Optional<String> open = Optional.of(CaseField.OPEN);
        CaseSearch due = new CaseSearch(List.of(), open, Optional.empty(), Optional.of(LocalDate.parse("2026-11-23")));
        assertThat(numbers(cases.search(due, 10, 0))).containsExactly("2026-000002", "2026-000001");
        CaseSearch mine = new CaseSearch(List.of(), open, Optional.of("anna"), Optional.empty());
        assertThat(numbers(cases.search(mine, 10, 0))).containsExactly("2026-000003", "2026-000001");
        CaseSearch all = new CaseSearch(List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(numbers(cases.search(all, 2, 0))).containsExactly("2026-000004", "2026-000003");
        assertThat(numbers(cases.search(all, 2, 2))).containsExactly("2026-000002", "2026-000001");
    }

    @Test
    void longNotesAreKeptWholeAndListedByTheirBeginning() {
        String notes = "słowo ".repeat(3333);
        CaseNumber number = opened("a", Map.of(CaseField.NOTES, notes)).number();

        assertThat(cases.find(number).orElseThrow().get(CaseField.NOTES)).isEqualTo(notes);
        CaseSearch all = new CaseSearch(List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(cases.search(all, 1, 0).get(0).beginning()).isEqualTo("słowo ".repeat(20));
    }

    @Test
    void historyTellsLongTextsByTheirBeginning() {
        CaseNumber number = opened("a", Map.of(CaseField.NOTES, "dawne")).number();

        saved(number, 1, Map.of(CaseField.NOTES, "ą".repeat(20_000)), "anna", 1);
        saved(number, 2, Map.of(CaseField.NOTES, "krótko"), "bartosz", 2);

        assertThat(cases.changes(number, 10))
                .containsExactly(
                        new CaseChange(NOON.plusSeconds(2), "bartosz", "notes", "ą".repeat(301), "krótko"),
                        new CaseChange(NOON.plusSeconds(1), "anna", "notes", "dawne", "ą".repeat(301)));
    }

    @Test
    void whatIsFoundStaysSoWhenSomethingElseIsWritten() {
        CaseNumber number = opened("a", Map.of(CaseField.NOTES, "dawne słowa")).number();

        saved(number, 1, Map.of(CaseField.OUTCOME, "answered"), "anna", 1);
        assertThat(found("dawne", Optional.empty())).containsExactly("2026-000001");

        saved(number, 2, Map.of(CaseField.NUMBER, "600100200"), "anna", 2);
        assertThat(found("600100200", Optional.empty())).containsExactly("2026-000001");
        saved(number, 3, Map.of(CaseField.NAME, "Kowalski"), "anna", 3);
        saved(number, 4, Map.of(CaseField.EMAIL, "jan@firma.pl"), "anna", 4);
        assertThat(found("kowalski jan@firma", Optional.empty())).containsExactly("2026-000001");
    }

    private List<String> found(String asked, Optional<String> state) {
        return numbers(cases.search(
                new CaseSearch(SearchWords.asked(asked), state, Optional.empty(), Optional.empty()), 10, 0));
    }

    private static List<String> numbers(List<CaseLine> lines) {
        return lines.stream().map(line -> line.number().toString()).toList();
    }

    private Cases.Saved saved(CaseNumber number, long seen, Map<CaseField, String> fields, String who, int seconds) {
        return cases.save(number, seen, fields, who, NOON.plusSeconds(seconds)).orElseThrow();
    }

    private Case opened(String key, Map<CaseField, String> fields) {
        return cases.open(new Cases.Opening(key, 2026, NOON, "anna", fields, Optional.empty()));
    }

    private Case openedOf(String linkedId, String number) {
        return cases.open(new Cases.Opening(
                "call " + linkedId,
                2026,
                NOON,
                "anna",
                Map.of(CaseField.NUMBER, number),
                Optional.of(CaseContact.Key.call(linkedId))));
    }

    private static FinishedCall call(String linkedId, String number) {
        return new FinishedCall(
                linkedId,
                CallKind.INBOUND,
                NOON.minusSeconds(60),
                true,
                Optional.of(number),
                Optional.empty(),
                Outcome.ANSWERED,
                Duration.ofSeconds(10),
                List.of(new QueueVisit(
                        new QueueName("nis2"), NOON.minusSeconds(50), Duration.ofSeconds(10), Outcome.ANSWERED)),
                List.of(
                        conversation("bartosz", linkedId, NOON.minusSeconds(40), 100),
                        conversation("anna", linkedId, NOON.plusSeconds(60), 25)),
                List.of());
    }

    private static Conversation conversation(String who, String linkedId, Instant began, int seconds) {
        return new Conversation(
                Optional.of(new QueueName("nis2")),
                who,
                linkedId,
                Optional.empty(),
                began,
                Optional.of(Duration.ofSeconds(seconds)),
                Conversation.EndedBy.CALLER);
    }
}
