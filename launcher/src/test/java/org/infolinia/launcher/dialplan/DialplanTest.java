package org.infolinia.launcher.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.infolinia.agi.rendering.AsteriskFiles;
import org.infolinia.agi.rendering.DialplanSettings;
import org.infolinia.agi.rendering.TrunkFiles;
import org.infolinia.agi.trunk.OutboundRules;
import org.infolinia.agi.trunk.Registration;
import org.infolinia.agi.trunk.Trunk;
import org.infolinia.agi.trunk.TrunkServer;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.number.PhoneNumber;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.launcher.OwnWords;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The files that a development instance's Asterisk is given, and each of the rules broken once. */
final class DialplanTest {

    private static final Path DIALPLAN = Path.of("../dialplan");
    private static final String OURS = "infolinia/extensions.conf";
    private static final String TRANSFER = "infolinia-outbound-transfer";

    /** Rings the browser that has just been lost, nobody else. */
    private static final String LINE_LOST = "infolinia-line-lost";

    /**
     * What callers from outside may set off: a call to themselves, checked, one to a number of hotline.xml, and one to the
     * browser of the consultant they were talking to.
     */
    private static final Set<String> WAYS_OUT = Set.of("infolinia-callback", TRANSFER, LINE_LOST);

    /** Where the one way out for callers begins. */
    private static final Set<String> CALLBACKS = Set.of("infolinia-callback");

    private static Hotline hotline;
    private static ConfFiles files;

    @BeforeAll
    static void readAsUpLaysThemOut() throws Exception {
        hotline = HotlineFile.read(DIALPLAN.resolve("hotline.xml"));
        AsteriskFiles generated = AsteriskFiles.of(
                hotline, new DialplanSettings("127.0.0.1:4573", Path.of("/var/recordings"), true, 2026, 3));
        Map<String, String> texts = new LinkedHashMap<>();
        add(texts, "", DIALPLAN.resolve("instance"));
        add(texts, "infolinia/", DIALPLAN.resolve("asterisk"));
        texts.put("infolinia/generated/extensions.conf", generated.extensions());
        texts.put("infolinia/generated/queues.conf", generated.queues());
        texts.put("infolinia/generated/hotline.conf", generated.live());
        TrunkFiles trunks = TrunkFiles.of(
                List.of(operator("first"), operator("second")),
                new OutboundRules(List.of("+48"), 10, 200, 30, true),
                account -> "secret");
        texts.put("infolinia/generated/outbound.conf", trunks.outbound());
        texts.put("infolinia/generated/pjsip-trunks.conf", trunks.pjsip());
        // Made by ./infolinia up, three sections a consultant.
        texts.put("pjsip-consultants.conf", """
            [anna](consultant)
            auth = anna
            aors = anna
            [anna](consultant-auth)
            username = anna
            password = secret
            [anna](consultant-aor)
            """);
        files = new ConfFiles(texts);
    }

    @Test
    void allThatIsNamedExists() {
        assertThat(found(files)).isEmpty();
    }

    @Test
    void ourContextsAreAllThere() {
        assertThat(new References(files).dialplan().contexts())
                .containsExactlyInAnyOrder(
                        "infolinia-ended",
                        "infolinia-settings",
                        "infolinia-open",
                        "infolinia-inbound",
                        "infolinia-call",
                        "infolinia-queue",
                        "infolinia-record",
                        "infolinia-pause",
                        "infolinia-pause-begins",
                        "infolinia-pause-ends",
                        "infolinia-pause-goes-on",
                        "infolinia-mark",
                        "infolinia-recorded",
                        "infolinia-queue-rules",
                        "infolinia-callback",
                        "infolinia-callback-key",
                        "infolinia-callback-take",
                        "infolinia-callback-holds",
                        "infolinia-callback-restore",
                        "infolinia-callback-restored",
                        "infolinia-callback-alone",
                        "infolinia-callback-wait",
                        "infolinia-callback-turn",
                        "infolinia-callback-dial",
                        "infolinia-answered",
                        "infolinia-callback-answered",
                        "infolinia-callback-over",
                        "infolinia-numbered",
                        "infolinia-consultant",
                        "infolinia-studio",
                        "infolinia-dial",
                        "infolinia-dialled",
                        "infolinia-dialling",
                        "infolinia-emergency",
                        "infolinia-e164",
                        "infolinia-number-check",
                        "infolinia-ordinary",
                        "infolinia-outbound",
                        "infolinia-outbound-settings",
                        "infolinia-outbound-transfer",
                        "infolinia-out-answered",
                        "infolinia-out-by-trunk",
                        "infolinia-out-hour",
                        "infolinia-out-leg",
                        "infolinia-out-told",
                        "infolinia-trunks",
                        "infolinia-prefixes",
                        "infolinia-numbers",
                        "infolinia-who",
                        "infolinia-line-of",
                        "infolinia-colleague",
                        "infolinia-lead",
                        "infolinia-listen",
                        "infolinia-talks",
                        "infolinia-transfer",
                        "infolinia-transferred",
                        "infolinia-transfer-back",
                        "infolinia-transfer-answered",
                        "infolinia-line-lost",
                        "infolinia-line-watch",
                        "infolinia-line-gone",
                        "infolinia-line-dials",
                        "infolinia-line-dialled",
                        "infolinia-line-ended",
                        "infolinia-line-back",
                        "infolinia-line-joined",
                        "infolinia-line-over",
                        "infolinia-line-records",
                        "infolinia-line-waits",
                        "infolinia-line-waits-no-more",
                        "infolinia-talk-rings",
                        "infolinia-talk-dials",
                        "infolinia-talk-dialled",
                        "infolinia-talk-none",
                        "infolinia-line-heard",
                        "infolinia-transfer-first",
                        "infolinia-resumed-ended",
                        "infolinia-recording-is",
                        "infolinia-talk-leg",
                        "infolinia-talk-begins",
                        "infolinia-talk-over",
                        "infolinia-another-time");
    }

    @Test
    void callersFromOutsideNeverComeToConsultantsCodes() {
        Dialplan dialplan = new References(files).dialplan();

        assertThat(dialplan.reachableFrom("infolinia-inbound"))
                .contains("infolinia-call", "infolinia-queue", "infolinia-open")
                .doesNotContain("infolinia-consultant", "infolinia-dial", "infolinia-dialled", "infolinia-emergency");
    }

    @Test
    void callersFromOutsideDialOutByCallBacksOrTheTreesTransferAlone() {
        Dialplan dialplan = new References(files).dialplan();

        assertThat(dialplan.outboundSteps(dialplan.reachableFrom("infolinia-inbound", WAYS_OUT)))
                .isEmpty();
        // There the number is hotline.xml's, and passes the prefixes and limits that consultants' calls pass.
        assertThat(dialplan.outboundSteps(dialplan.reachableFrom(TRANSFER)))
                .singleElement()
                .asString()
                .endsWith(": Dial");
        assertThat(dialplan.outboundSteps(dialplan.reachableFrom(TRANSFER, Set.of("infolinia-outbound"))))
                .isEmpty();
    }

    @Test
    void consultantsDialOutWithinTheLimitsOrAnEmergencyNumber() {
        Dialplan dialplan = new References(files).dialplan();

        assertThat(dialplan.outboundSteps(
                        dialplan.reachableFrom("infolinia-consultant", Set.of("infolinia-transfer", LINE_LOST))))
                .filteredOn(step -> step.endsWith(": Dial"))
                .hasSize(2);
        // The one beside is to a colleague.
        assertThat(dialplan.outboundSteps(dialplan.reachableFrom(
                        "infolinia-consultant",
                        Set.of("infolinia-outbound", "infolinia-emergency", "infolinia-transfer", LINE_LOST))))
                .filteredOn(step -> step.endsWith(": Dial"))
                .singleElement()
                .asString()
                .startsWith("infolinia/transfer.conf:");
    }

    @Test
    void whoIsTransferredReachesNumbersWithinTheLimitsColleaguesAndTheQueue() {
        Dialplan dialplan = new References(files).dialplan();

        assertThat(dialplan.outboundSteps(dialplan.reachableFrom(
                        "infolinia-transfer", Set.of("infolinia-outbound", "infolinia-callback", LINE_LOST))))
                .filteredOn(step -> step.endsWith(": Dial"))
                .singleElement()
                .asString()
                .startsWith("infolinia/transfer.conf:");
        assertThat(dialplan.reachableFrom("infolinia-transfer"))
                .doesNotContain("infolinia-consultant", "infolinia-dial", "infolinia-dialled", "infolinia-emergency");
        assertThat(dialplan.reachableFrom("infolinia-inbound")).doesNotContain("infolinia-transfer");
    }

    @Test
    void lostConversationRingsTheBrowserOfItsConsultantAlone() {
        assertThat(files.text("infolinia/line-lost.conf").lines())
                .filteredOn(line -> line.contains("Dial("))
                .singleElement()
                .asString()
                .contains(",Dial(PJSIP/desk_${INFOLINIA_WHO},");
    }

    @Test
    void nobodyListensInButWhoseLineIsALeads() {
        Dialplan dialplan = new References(files).dialplan();

        for (String beginning : List.of("infolinia-inbound", "infolinia-consultant", "infolinia-transfer")) {
            assertThat(dialplan.reachableFrom(beginning)).doesNotContain("infolinia-lead", "infolinia-listen");
        }
        assertThat(dialplan.outboundSteps(dialplan.reachableFrom("infolinia-listen")))
                .singleElement()
                .asString()
                .endsWith(": ChanSpy");
        // Written down by our program before anything is heard.
        assertThat(files.text("infolinia/listening.conf"))
                .containsSubsequence(
                        "AGI(agi://${INFOLINIA_AGI}/listening,",
                        "GotoIf($[\"${INFOLINIA_DONE}\" != \"${INFOLINIA_NONCE}\"]?unnoted,1)",
                        "ChanSpy(");
    }

    @Test
    void oneWayLeadsOutForCallersAndItIsTheCallbacks() {
        Dialplan dialplan = new References(files).dialplan();

        assertThat(dialplan.outboundSteps(dialplan.reachableFrom("infolinia-inbound")))
                .extracting(step -> step.replaceAll(".*: ", ""))
                .containsExactlyInAnyOrder("Originate", "Dial", "Dial");
        assertThat(dialplan.reachableFrom("infolinia-inbound", Set.of("infolinia-callback-turn")))
                .contains("infolinia-callback-holds", "infolinia-callback-wait")
                .doesNotContain("infolinia-callback-dial");
        assertThat(dialplan.reachableFrom("infolinia-inbound", CALLBACKS))
                .doesNotContain("infolinia-callback-holds", "infolinia-callback-turn", "infolinia-callback-dial");
    }

    /** What is dialled is what our program gave back in this visit, with the token; nothing the channel had before. */
    @Test
    void numberThatIsCalledBackComesWithTheToken() {
        for (String context : List.of("infolinia-callback-turn", "infolinia-callback-take")) {
            String text = files.text("infolinia/callback.conf");
            String steps = text.substring(text.indexOf("[" + context + "]"));
            steps = steps.substring(0, steps.indexOf("Goto(infolinia-callback-dial,s,1)"));

            assertThat(steps)
                    .containsSubsequence(
                            ",INFOLINIA_NUMBER=,",
                            "AGI(agi://${INFOLINIA_AGI}/" + context.substring("infolinia-".length()),
                            "GotoIf($[\"${INFOLINIA_DONE}\" != \"${INFOLINIA_NONCE}\"]?",
                            "GotoIf($[\"${INFOLINIA_NUMBER}\" = \"\"]?");
        }
    }

    @Test
    void aWayFromTheTrunkToConsultantsIsSeenWhicheverStepTakesIt() {
        for (String step : List.of(
                "Goto(infolinia-consultant,*10,1)",
                "GotoIf($[1]?end,1:infolinia-consultant,*10,1)",
                "Gosub(infolinia-consultant,*10,1(x))",
                "GosubIf(${X}?infolinia-consultant,*10,1)",
                "ExecIf(${X}?Goto(infolinia-consultant,*10,1))")) {
            ConfFiles broken = changed(OURS, "exten = end,1,Hangup()", "exten = end,1," + step);

            assertThat(new References(broken).dialplan().reachableFrom("infolinia-inbound"))
                    .as(step)
                    .contains("infolinia-consultant");
        }
        ConfFiles including = changed(OURS, "[infolinia-call]", "[infolinia-call]\ninclude = infolinia-consultant");
        assertThat(new References(including).dialplan().reachableFrom("infolinia-inbound"))
                .contains("infolinia-consultant");
    }

    @Test
    void aStepThatDialsOutIsSeen() {
        Dialplan dialplan =
                new References(changed(OURS, "exten = end,1,Hangup()", "exten = end,1,Dial(PJSIP/1@trunk)")).dialplan();

        assertThat(dialplan.outboundSteps(dialplan.reachableFrom("infolinia-inbound", WAYS_OUT)))
                .singleElement()
                .asString()
                .endsWith(": Dial");
    }

    @Test
    void aMissingContextIsFoundWithItsLine() {
        List<String> lines = files.text(OURS).lines().toList();
        String step = "exten = h,1,Goto(infolinia-call,s,1)";

        assertThat(found(changed(OURS, step, "exten = h,1,Goto(infolinia-cal,s,1)")))
                .containsExactly(OURS + ":" + (lines.indexOf(step) + 1) + ": there is no context infolinia-cal");
    }

    @Test
    void aMissingExtensionIsFound() {
        assertThat(found(changed(OURS, "exten = fallback-closed,1", "exten = fallback-shut,1")))
                .singleElement()
                .asString()
                .endsWith("there is no fallback-closed,1 in infolinia-call");
    }

    @Test
    void aMissingLabelIsFound() {
        assertThat(found(changed("infolinia/opening-hours.conf", "n(unknown)", "n(unsaid)")))
                .singleElement()
                .asString()
                .endsWith("there is no unknown in infolinia-open");
    }

    @Test
    void waysOutNamedByAsterisksStatusHaveToExist() {
        assertThat(found(changed(OURS, "Goto(left-${QUEUESTATUS},1)", "Goto(gone-${QUEUESTATUS},1)")))
                .singleElement()
                .asString()
                .endsWith("there is no gone-${QUEUESTATUS},1 in infolinia-queue");
    }

    @Test
    void aContextThatIsComputedIsRefused() {
        assertThat(found(changed(OURS, "Goto(left-${QUEUESTATUS},1)", "Goto(${X},s,1)")))
                .singleElement()
                .asString()
                .contains("is computed");
    }

    @Test
    void aLiveValueThatIsAskedForHasToBeWritten() {
        assertThat(found(changed("infolinia/opening-hours.conf", "hotline.conf,weekly-hours", "hotline.conf,week")))
                .singleElement()
                .asString()
                .endsWith("there is no  in [week] of infolinia/generated/hotline.conf");
        assertThat(found(
                        changed("infolinia/opening-hours.conf", "hotline.conf,single-days", "hotlin.conf,single-days")))
                .singleElement()
                .asString()
                .endsWith("of infolinia/generated/hotlin.conf");
        assertThat(found(changed(OURS, "queue-${INFOLINIA_QUEUE},variables", "queue-${INFOLINIA_QUEUE},rules")))
                .singleElement()
                .asString()
                .endsWith("there is no rules in [queue-] of infolinia/generated/hotline.conf");
    }

    @Test
    void aContextOfAnotherNameIsRefused() {
        assertThat(found(changed(OURS, "[infolinia-another-time]", "[other]")))
                .anyMatch(finding -> finding.endsWith("context other does not begin with infolinia-"));
    }

    @Test
    void lettersThatAsteriskReadsAsDigitsAreFound() {
        assertThat(found(changed(OURS, "exten = _[l]eft-!,1", "exten = _next-!,1")))
                .anyMatch(finding -> finding.contains("in the pattern _next-! the letters n, x and z"));
        assertThat(found(changed(OURS, "exten = _[l]eft-!,1", "exten = _[n]e[x]t-!,1")))
                .isEmpty();
    }

    @Test
    void aPriorityCountedWrongIsFound() {
        assertThat(found(changed(OURS, "exten = end,1,Hangup()", "exten = end,2,Hangup()")))
                .anyMatch(finding -> finding.contains("priority 2 of end"));
    }

    @Test
    void aLineThatIsNoneIsFound() {
        assertThat(found(changed(OURS, "exten = end,1,Hangup()", "exten = end,1,Hangup()\nextne = e,1,NoOp()")))
                .singleElement()
                .asString()
                .endsWith("not understood: extne = e,1,NoOp()");
    }

    @Test
    void anAnnouncementThatHotlineXmlLacksIsFound() {
        assertThat(found(changed(OURS, "Playback(infolinia/too-long)", "Playback(infolinia/too-lang)")))
                .isNotEmpty()
                .allMatch(finding -> finding.endsWith("there is no announcement infolinia/too-lang"));
        assertThat(found(changed(OURS, "Playback(infolinia/too-long)", "Playback(infolinia/closed&infolinia/shut)")))
                .isNotEmpty()
                .allMatch(finding -> finding.endsWith("there is no announcement infolinia/shut"));
    }

    @Test
    void aMissingIncludedFileIsFound() {
        assertThat(found(changed("queues.conf", "#include infolinia/queues.conf", "#include infolinia/queue.conf")))
                .contains("queues.conf:9: there is no file infolinia/queue.conf");
    }

    @Test
    void aQueueOfNoTemplateIsFound() {
        assertThat(found(changed("infolinia/queues.conf", "[infolinia-queue](!)", "[infolinia-queues](!)")))
                .hasSize(4)
                .allMatch(finding -> finding.endsWith("there is no template infolinia-queue"));
    }

    @Test
    void aRuleOfPenaltiesThatIsNotThereIsFound() {
        assertThat(found(changed("infolinia/queuerules.conf", "[infolinia-alike]", "[infolinia-equal]")))
                .containsExactly("infolinia/queues.conf:2: [infolinia-queue]: there is no rule infolinia-alike");
    }

    @Test
    void musicAndTelephonesNameWhatExists() {
        assertThat(found(changed("infolinia/queues.conf", "musicclass = infolinia", "musicclass = silence")))
                .singleElement()
                .asString()
                .endsWith("there is no music class silence");
        assertThat(found(changed("infolinia/pjsip.conf", "context = infolinia-inbound", "context = inbound")))
                .singleElement()
                .asString()
                .endsWith("[infolinia-trunk]: there is no context inbound");
        assertThat(found(changed("pjsip-consultants.conf", "auth = anna", "auth = ana")))
                .singleElement()
                .asString()
                .endsWith("[anna]: there is no auth ana");
    }

    @Test
    void aQueueNamedOutrightHasToExist() {
        assertThat(found(changed(OURS, "Queue(${INFOLINIA_QUEUE},c,,,", "Queue(nis3,c,,,")))
                .singleElement()
                .asString()
                .endsWith("there is no queue nis3");
    }

    private static Trunk operator(String name) {
        return new Trunk(
                name,
                List.of(),
                List.of(new PhoneNumber("+48221000100")),
                Trunk.CallerFrom.PAI,
                30,
                Optional.of(new TrunkServer(
                        name + ".example.pl",
                        Optional.empty(),
                        TrunkServer.Transport.UDP,
                        new PhoneNumber("+48221000100"),
                        TrunkServer.Dialling.PLUS,
                        Duration.ofSeconds(30),
                        Optional.of(new Registration(
                                "hotline", Path.of("/a"), Duration.ofSeconds(120), Duration.ofSeconds(30))))));
    }

    private static List<String> found(ConfFiles files) {
        Set<String> announcements = new TreeSet<>(hotline.announcements().keySet());
        OwnWords.all().texts().keySet().forEach(name -> announcements.add(name.replaceFirst("^infolinia/", "")));
        return new References(files).findings(announcements);
    }

    /** The files with one place otherwise; the place has to be there, or the test would prove nothing. */
    private static ConfFiles changed(String file, String what, String instead) {
        assertThat(files.text(file)).contains(what);
        return files.with(file, files.text(file).replace(what, instead));
    }

    private static void add(Map<String, String> texts, String prefix, Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(path -> path.toString().endsWith(".conf"))
                    .sorted()
                    .toList()) {
                texts.put(prefix + file.getFileName(), Files.readString(file));
            }
        }
    }
}
