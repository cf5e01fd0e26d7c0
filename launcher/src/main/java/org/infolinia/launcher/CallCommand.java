package org.infolinia.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import org.infolinia.launcher.phone.AsteriskEvents;
import org.infolinia.launcher.phone.Caller;
import org.infolinia.launcher.phone.ConsultantPhone;
import org.infolinia.launcher.phone.PhoneFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Places one real call and tells what becomes of it. */
@Command(
        name = "call",
        mixinStandardHelpOptions = true,
        description = {
            "Be a caller without a telephone: places a real SIP call to the running instance and tells what happens.",
            "If no consultant is signed in, a demonstration one is, answers, and signs out again."
        })
final class CallCommand implements Callable<Integer> {

    private static final String DEMONSTRATION_CONSULTANT = "filip";
    private static final DateTimeFormatter CLOCK_TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    @Option(names = "--system", hidden = true, required = true)
    private Path system = Path.of("var/system.xml");

    @Option(
            names = "--press",
            paramLabel = "KEYS",
            description = "keys to press, one a menu, several for a question: 2 or 9,2 or 1,1234#",
            defaultValue = "")
    private String press = "";

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "make our calendar believe another local time for this call: 2026-12-24T10:00")
    private Optional<String> at = Optional.empty();

    @Option(names = "--from", paramLabel = "NUMBER", description = "the caller's number (a made-up one)")
    private Optional<String> from = Optional.empty();

    @Option(
            names = "--dial",
            paramLabel = "NUMBER",
            description = "the number dialled (${DEFAULT-VALUE})",
            defaultValue = "221000100")
    private String dial = "221000100";

    @Option(
            names = "--talk",
            paramLabel = "SECONDS",
            description = "how long the demonstration consultant talks (${DEFAULT-VALUE})",
            defaultValue = "5")
    private int talk = 5;

    @Option(
            names = "--hang-up-after",
            paramLabel = "SECONDS",
            description = "the caller hangs up after so long (${DEFAULT-VALUE})",
            defaultValue = "120")
    private int hangUpAfter = 120;

    @Option(names = "--no-consultant", description = "bring no demonstration consultant")
    private boolean noConsultant;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Clock clock;

    CallCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws SystemFile.Unusable, HotlineRefused, IOException {
        PrintWriter err = spec.commandLine().getErr();
        checkOptions();
        if (!Files.exists(system)) {
            err.println("Nothing is up: run ./infolinia up first.");
            return 1;
        }
        SystemFile box = SystemFile.read(system);
        Hotline hotline = HotlineFile.read(box.hotline());
        Optional<Instant> moment = at.map(text -> momentOf(text, hotline));
        SystemFile.ManagerAccount account = box.narrator().orElse(null);
        InetSocketAddress trunk = box.sipAddress().orElse(null);
        if (account == null || trunk == null) {
            err.println("This is not a development instance: " + system + " has no <narrator> or no <sip>.");
            return 1;
        }
        try (AsteriskEvents events = new AsteriskEvents(
                account.address(),
                account.user(),
                Files.readString(account.secretFile()).strip())) {
            return place(box, hotline, events, trunk, moment);
        } catch (PhoneFault e) {
            err.println("The call cannot be made or followed (is all up? ./infolinia status): " + e.getMessage());
            return 1;
        }
    }

    private void checkOptions() {
        if (!press.matches("([0-9*#]+(,[0-9*#]+)*)?")) {
            throw wrongUse("--press \"" + press + "\": keys with commas between, such as 9,2");
        }
        if (talk < 1) {
            throw wrongUse("--talk " + talk + ": 1 second or more");
        }
        if (hangUpAfter < 1) {
            throw wrongUse("--hang-up-after " + hangUpAfter + ": 1 second or more");
        }
    }

    private int place(
            SystemFile box, Hotline hotline, AsteriskEvents events, InetSocketAddress trunk, Optional<Instant> moment)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path secret = system.resolveSibling("secrets").resolve(DEMONSTRATION_CONSULTANT);
        boolean bring = !noConsultant && !someoneIsSignedIn(events) && Files.exists(secret);
        Optional<String> linkedId;
        try (ConsultantPhone consultant = new ConsultantPhone(
                trunk,
                DEMONSTRATION_CONSULTANT,
                bring ? Files.readString(secret).strip() : "")) {
            // Ctrl-C is no reason to leave a consultant behind who answers nobody.
            Thread interrupted = new Thread(() -> signOut(consultant), "sign-out");
            if (bring) {
                Runtime.getRuntime().addShutdownHook(interrupted);
                tell(hotline, "no consultant is signed in: " + DEMONSTRATION_CONSULTANT + " signs in (*10)");
                consultant.register();
                consultant.dial("*10");
                consultant.answer(Duration.ofSeconds(1), Duration.ofSeconds(talk));
            }
            try {
                linkedId = dialled(hotline, events, trunk, moment);
            } finally {
                if (bring) {
                    signOut(consultant, interrupted);
                }
            }
        }
        if (linkedId.isEmpty()) {
            out.println("The call never reached Asterisk's dialplan: see " + box.logs() + "/messages.log");
            return 1;
        }
        CallTrace trace = new CallTrace(box, hotline, clock);
        out.println(trace.recorded(linkedId.get()));
        out.println(trace.counted(linkedId.get()));
        return 0;
    }

    private Optional<String> dialled(
            Hotline hotline, AsteriskEvents events, InetSocketAddress trunk, Optional<Instant> moment) {
        String number = from.orElseGet(() -> "600" + (100_000 + clock.millis() % 900_000));
        tell(
                hotline,
                number + " dials " + dial
                        + moment.map(m -> ", our calendar believes "
                                        + m.atZone(hotline.hours().zone()).toLocalDateTime())
                                .orElse(""));
        try (Caller caller = new Caller(trunk, number, dial, moment)) {
            return new CallStory(
                            hotline,
                            events,
                            handset(caller),
                            number,
                            press.replace(",", ""),
                            CallCommand::later,
                            line -> tell(hotline, line))
                    .tell(Duration.ofSeconds(hangUpAfter));
        }
    }

    private static CallStory.Handset handset(Caller caller) {
        return new CallStory.Handset() {
            @Override
            public void press(String key) {
                caller.press(key);
            }

            @Override
            public void hangUp() {
                caller.hangUp();
            }
        };
    }

    private static void later(Duration after, Runnable task) {
        CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS)
                .execute(task);
    }

    /** Once, whether or not the process is being interrupted meanwhile. */
    private void signOut(ConsultantPhone consultant, Thread interrupted) {
        if (isWithdrawn(interrupted)) {
            signOut(consultant);
            return;
        }
        try {
            interrupted.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isWithdrawn(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException underWay) {
            return false;
        }
    }

    /** The call is told and over by now, or has failed for a reason of its own: neither is to be hidden by this. */
    private void signOut(ConsultantPhone consultant) {
        try {
            consultant.dial("*11");
            consultant.unregister();
        } catch (PhoneFault e) {
            spec.commandLine()
                    .getErr()
                    .println(DEMONSTRATION_CONSULTANT + " could not be signed out (*11): " + e.getMessage());
        }
    }

    private ParameterException wrongUse(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private Instant momentOf(String text, Hotline hotline) {
        try {
            return LocalDateTime.parse(text).atZone(hotline.hours().zone()).toInstant();
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(), "--at \"" + text + "\": a local time such as 2026-12-24T10:00", e);
        }
    }

    /**
     * A member that can be rung is anything but 4 invalid, 5 unavailable, 0 unknown (AMI's QueueMember Status). The
     * demonstration consultant does not count: one is left over where an earlier call was killed, and answers nobody.
     */
    private static boolean someoneIsSignedIn(AsteriskEvents events) {
        events.askForQueueMembers();
        Map<String, String> found = events.await(
                "the list of queue members",
                Duration.ofSeconds(10),
                event -> "QueueStatusComplete".equals(event.get("Event"))
                        || ("QueueMember".equals(event.get("Event"))
                                && !DEMONSTRATION_CONSULTANT.equals(event.get("Name"))
                                && event.getOrDefault("Status", "0").matches("[123678]")));
        return "QueueMember".equals(found.get("Event"));
    }

    private void tell(Hotline hotline, String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(clock.instant().atZone(hotline.hours().zone()).format(CLOCK_TIME) + "  " + line);
        out.flush();
    }
}
