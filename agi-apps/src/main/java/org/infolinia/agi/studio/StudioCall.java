package org.infolinia.agi.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.infolinia.agi.announcements.Prompt;
import org.infolinia.agi.announcements.PromptLibrary;
import org.infolinia.agi.announcements.RecordingVersion;
import org.infolinia.agi.call.StudioLine;
import org.infolinia.agi.sound.RecordingRefused;
import org.infolinia.agi.sound.SoundPair;
import org.infolinia.agi.sound.WavFile;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.ivr.CallerHungUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One visit to the studio, by somebody who was let in. */
final class StudioCall {

    private static final Logger LOG = LoggerFactory.getLogger(StudioCall.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** By telephone nobody speaks an announcement of five minutes. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** Whoever stays silent as often has put the receiver down without hanging up. */
    private static final int MOST_SILENCES = 3;

    private final StudioLine line;
    private final Hotline hotline;
    private final PromptLibrary library;
    private final String telephone;
    private Language recorded;
    private int silences;

    StudioCall(StudioLine line, Hotline hotline, PromptLibrary library, String telephone) {
        this.line = line;
        this.hotline = hotline;
        this.library = library;
        this.telephone = telephone;
        this.recorded = hotline.languages().get(0);
    }

    /** @param file for recordings, without ending; the caller's to delete */
    void work(Path file) throws CallerHungUp {
        while (silences < MOST_SILENCES) {
            String number = line.type("studio-number", PATIENCE, 4);
            if (number.isEmpty()) {
                silences++;
                continue;
            }
            if (library.find(hotline, withoutZeros(number), recorded).isEmpty()) {
                line.say("studio-no-such");
                continue;
            }
            if (!workOn(withoutZeros(number), file)) {
                return;
            }
        }
    }

    private static String withoutZeros(String number) {
        return number.replaceFirst("^0+(?=.)", "");
    }

    /** Whether another announcement is wanted. */
    private boolean workOn(String number, Path file) throws CallerHungUp {
        playPresent(number);
        while (silences < MOST_SILENCES) {
            char key = ask("studio-menu");
            switch (key) {
                case '1' -> recordAnew(number, file);
                case '2' -> playPresent(number);
                case '3' -> changeLanguage(number);
                case '*' -> {
                    return true;
                }
                case '#' -> {
                    line.say("studio-bye");
                    return false;
                }
                default -> LOG.debug("studio: a key without a meaning");
            }
        }
        return false;
    }

    /** A blank for silence. */
    private char ask(String announcement) throws CallerHungUp {
        Optional<Character> key = line.ask(announcement, PATIENCE);
        silences = key.isPresent() ? 0 : silences + 1;
        return key.orElse(' ');
    }

    private void playPresent(String number) throws CallerHungUp {
        Optional<Prompt> prompt = library.find(hotline, number, recorded);
        if (prompt.isEmpty()) {
            return;
        }
        line.say("studio-present");
        Language spoken = hotline.languages().get(0);
        line.speak(recorded);
        line.say(prompt.get().id());
        line.speak(spoken);
    }

    private void changeLanguage(String number) throws CallerHungUp {
        List<Language> languages = hotline.languages();
        recorded = languages.get((languages.indexOf(recorded) + 1) % languages.size());
        line.say("studio-in-" + recorded);
        playPresent(number);
    }

    private void recordAnew(String number, Path file) throws CallerHungUp {
        Prompt prompt = library.find(hotline, number, recorded).orElseThrow();
        boolean again = true;
        while (again && silences < MOST_SILENCES) {
            again = recordOnce(prompt, file);
        }
    }

    /** Whether it is to be recorded once more. */
    private boolean recordOnce(Prompt prompt, Path file) throws CallerHungUp {
        Path wav = file.resolveSibling(file.getFileName() + ".wav");
        SoundPair made = new SoundPair(
                file.resolveSibling(file.getFileName() + "-made.wav"),
                file.resolveSibling(file.getFileName() + "-made.wav16"));
        line.say("studio-record");
        try {
            Files.deleteIfExists(wav);
            if (!line.record(file, LONGEST)) {
                line.say("studio-failed");
                return false;
            }
            if (!Files.exists(wav)) {
                line.say("studio-too-short");
                return false;
            }
            library.finish(wav, made);
            return review(prompt, file.resolveSibling(file.getFileName() + "-made"), made);
        } catch (RecordingRefused refused) {
            LOG.info("studio: {}'s recording of {} {}", telephone, prompt.id(), refused.sentence());
            line.say(
                    switch (refused.fault()) {
                        case SILENT -> "studio-silent";
                        case CLIPPED -> "studio-clipped";
                        case TOO_SHORT -> "studio-too-short";
                        case TOO_LONG -> "studio-too-long";
                        case UNREADABLE -> "studio-failed";
                    });
            return false;
        } catch (IOException | WavFile.NotPlayable e) {
            LOG.error("studio: {}'s recording of {} cannot be kept", telephone, prompt.id(), e);
            line.say("studio-failed");
            return false;
        }
    }

    /**
     * Plays it as callers would hear it, until it is clear what becomes of it.
     *
     * @param name of the files, without ending
     * @return whether it is to be recorded once more
     */
    private boolean review(Prompt prompt, Path name, SoundPair made)
            throws CallerHungUp, IOException, WavFile.NotPlayable {
        boolean play = true;
        while (silences < MOST_SILENCES) {
            if (play) {
                line.play(name, WavFile.length(made.wav()));
            }
            char key = ask("studio-keep");
            play = key == '2';
            switch (key) {
                case '1' -> {
                    RecordingVersion version = library.keep(prompt, made, telephone, "studio");
                    LOG.info(
                            "studio: {} recorded {} in {}, version {}",
                            telephone,
                            prompt.id(),
                            prompt.language(),
                            version.number());
                    line.say("studio-kept");
                    return false;
                }
                case '3' -> {
                    return true;
                }
                case '*' -> {
                    line.say("studio-discarded");
                    return false;
                }
                default -> LOG.debug("studio: listens again, or waits");
            }
        }
        return false;
    }
}
