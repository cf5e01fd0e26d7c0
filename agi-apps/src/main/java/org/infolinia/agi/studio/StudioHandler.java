package org.infolinia.agi.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.infolinia.agi.announcements.PromptLibrary;
import org.infolinia.agi.announcements.Sounds;
import org.infolinia.agi.call.CallHandler;
import org.infolinia.agi.call.InboundCall;
import org.infolinia.agi.call.Nonce;
import org.infolinia.agi.call.StudioLine;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.ivr.CallerHungUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets those who know the PIN record announcements by telephone. */
public final class StudioHandler implements CallHandler {

    private static final Logger LOG = LoggerFactory.getLogger(StudioHandler.class);

    /** A name that is fit for a log and a list. */
    private static final Pattern TELEPHONE = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int LONGEST_PIN = 12;

    private final Supplier<Hotline> inForce;
    private final Function<Hotline, Sounds> soundsOf;
    private final PromptLibrary library;
    private final PinGuard pins;
    private final Path spool;

    /**
     * @param inForce  asked once per call
     * @param soundsOf what that hotline's announcements sound like, the studio's own words among them
     * @param spool    folder that Asterisk writes to and we read and clear
     */
    public StudioHandler(
            Supplier<Hotline> inForce,
            Function<Hotline, Sounds> soundsOf,
            PromptLibrary library,
            PinGuard pins,
            Path spool) {
        this.inForce = inForce;
        this.soundsOf = soundsOf;
        this.library = library;
        this.pins = pins;
        this.spool = spool;
    }

    /** Deletes what a crash has left of recordings that nobody kept; to be called before the first call. */
    public void clearSpool() {
        if (!Files.isDirectory(spool)) {
            return;
        }
        try (Stream<Path> files = Files.list(spool)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("studio: {} cannot be cleared ({}); nothing depends on it", spool, e.toString());
        }
    }

    @Override
    public void handle(InboundCall call) throws CallerHungUp {
        List<String> arguments = call.arguments();
        Optional<Nonce> nonce = Nonce.among(arguments.subList(0, Math.min(1, arguments.size())));
        if (nonce.isEmpty()
                || arguments.size() != 2
                || !TELEPHONE.matcher(arguments.get(1)).matches()) {
            LOG.error("call {}: the dialplan passed no fit token and telephone, nothing done", call.uniqueId());
            return;
        }
        Hotline hotline = inForce.get();
        visit(call.studioLine(soundsOf.apply(hotline)), hotline, arguments.get(1));
        call.leave(Map.of(), nonce.get());
    }

    void visit(StudioLine line, Hotline hotline, String telephone) throws CallerHungUp {
        // The studio speaks the hotline's first language, whatever language is recorded.
        line.speak(hotline.languages().get(0));
        if (!isLetIn(line, telephone)) {
            return;
        }
        Path file = spool.resolve("studio-" + UUID.randomUUID());
        try {
            new StudioCall(line, hotline, library, telephone).work(file);
        } finally {
            delete(file);
        }
    }

    private boolean isLetIn(StudioLine line, String telephone) throws CallerHungUp {
        PinGuard.Verdict verdict = pins.mayTry(telephone);
        while (verdict == PinGuard.Verdict.RIGHT || verdict == PinGuard.Verdict.WRONG) {
            String given = line.type("studio-pin", PATIENCE, LONGEST_PIN);
            if (given.isEmpty()) {
                line.say("studio-bye");
                return false;
            }
            verdict = pins.judge(telephone, given);
            if (verdict == PinGuard.Verdict.RIGHT) {
                return true;
            }
            if (verdict == PinGuard.Verdict.WRONG) {
                line.say("studio-wrong-pin");
            }
        }
        line.say(verdict == PinGuard.Verdict.LOCKED ? "studio-locked" : "studio-closed");
        return false;
    }

    private static void delete(Path file) {
        for (String ending : List.of(".wav", "-made.wav", "-made.wav16")) {
            try {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
            } catch (IOException e) {
                LOG.warn("studio: {}{} cannot be deleted: {}", file, ending, e.toString());
            }
        }
    }
}
