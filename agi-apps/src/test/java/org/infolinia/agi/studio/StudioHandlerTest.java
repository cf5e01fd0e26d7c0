package org.infolinia.agi.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.infolinia.agi.SmallHotline.POLISH;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.infolinia.agi.SmallHotline;
import org.infolinia.agi.announcements.BuiltInSounds;
import org.infolinia.agi.announcements.Prompt;
import org.infolinia.agi.announcements.PromptLibrary;
import org.infolinia.agi.announcements.RecordingVersion;
import org.infolinia.agi.announcements.Voice;
import org.infolinia.agi.announcements.VoiceFailed;
import org.infolinia.agi.call.StudioLine;
import org.infolinia.agi.sound.Signals;
import org.infolinia.agi.sound.SoundPair;
import org.infolinia.agi.sound.WavFile;
import org.infolinia.agi.sound.Waveform;
import org.infolinia.agi.voice.FfmpegDecoder;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.ivr.CallerHungUp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Visits to the studio, key by key. */
final class StudioHandlerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
    private static final Hotline HOTLINE = SmallHotline.saying("Words of");
    private static final Waveform SPEECH = Signals.sine(8000, 440, -20, 2);

    private final List<String> heard = new ArrayList<>();
    private final Deque<String> keys = new ArrayDeque<>();
    private final Path spool;
    private final PromptLibrary library;
    private final StudioHandler handler;
    private Optional<Waveform> spoken = Optional.of(SPEECH);

    StudioHandlerTest(@TempDir Path folder) throws IOException {
        spool = Files.createDirectory(folder.resolve("spool"));
        Path pin = Files.writeString(folder.resolve("pin"), "4829");
        library =
                new PromptLibrary(folder.resolve("sounds"), new Mute(), new FfmpegDecoder(), BuiltInSounds.NONE, CLOCK);
        handler = new StudioHandler(
                () -> HOTLINE, hotline -> (ids, language) -> List.of(), library, new PinGuard(pin, CLOCK), spool);
    }

    /** Each is what one question is answered with; when all are used up the line goes dead. */
    private void visit(String... answers) {
        keys.clear();
        keys.addAll(List.of(answers));
        try {
            handler.visit(new ScriptedTelephone(), HOTLINE, "anna");
        } catch (CallerHungUp ordinary) {
            heard.add("(hung up)");
        }
    }

    private Prompt second() {
        return library.find(HOTLINE, "2", POLISH).orElseThrow();
    }

    private List<RecordingVersion> versions() {
        try {
            return library.versions(second());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void recordingThatIsKeptIsANewVersionByThatTelephone() throws Exception {
        visit("4829", "2", "1", "1", "#");

        assertThat(heard)
                .containsExactly(
                        "pl",
                        "studio-pin?",
                        "studio-number?",
                        "studio-present",
                        "pl",
                        second().id(),
                        "pl",
                        "studio-menu?",
                        "studio-record",
                        "(recorded)",
                        "(played 2 s)",
                        "studio-keep?",
                        "studio-kept",
                        "studio-menu?",
                        "studio-bye");
        assertThat(versions()).singleElement().satisfies(version -> {
            assertThat(version.by()).isEqualTo("anna");
            assertThat(version.source()).isEqualTo("studio");
        });
        assertThat(spool).isEmptyDirectory();
    }

    @Test
    void recordingThatIsDiscardedChangesNothing() {
        visit("4829", "2", "1", "2", "*", "#");

        assertThat(heard).containsSubsequence("studio-keep?", "(played 2 s)", "studio-keep?", "studio-discarded");
        assertThat(versions()).isEmpty();
    }

    @Test
    void recordingCanBeMadeOnceMore() {
        visit("4829", "2", "1", "3", "1", "#");

        assertThat(heard)
                .containsSubsequence("(recorded)", "studio-keep?", "studio-record", "(recorded)", "studio-kept");
        assertThat(versions()).hasSize(1);
    }

    @Test
    void whoHangsUpBeforeKeepingLeavesNothingBehind() {
        visit("4829", "2", "1");

        assertThat(heard).endsWith("studio-keep?", "(hung up)");
        assertThat(versions()).isEmpty();
        assertThat(spool).isEmptyDirectory();
    }

    @Test
    void eachFaultOfARecordingIsSaid() {
        spoken = Optional.of(Signals.silence(8000, 2));
        visit("4829", "2", "1", "#");
        assertThat(heard).containsSubsequence("(recorded)", "studio-silent", "studio-menu?");

        spoken = Optional.of(Signals.overdriven(SPEECH, 40));
        visit("4829", "2", "1", "#");
        assertThat(heard).containsSubsequence("(recorded)", "studio-clipped", "studio-menu?");

        spoken = Optional.of(Signals.joined(Signals.sine(8000, 440, -6, 0.1), Signals.silence(8000, 1)));
        visit("4829", "2", "1", "#");
        spoken = Optional.empty();
        visit("4829", "2", "1", "#");
        assertThat(heard)
                .containsSubsequence(
                        "(recorded)", "studio-too-short", "(recorded)", "studio-too-short", "studio-menu?");
        assertThat(versions()).isEmpty();
    }

    @Test
    void otherLanguageIsRecordedWithTheStudioStillInTheFirst() throws Exception {
        visit("4829", "2", "3", "1", "1", "#");

        assertThat(heard)
                .containsSubsequence("studio-in-en", "studio-present", "en", second().id(), "pl", "studio-kept");
        assertThat(library.versions(
                        library.find(HOTLINE, "2", SmallHotline.ENGLISH).orElseThrow()))
                .hasSize(1);
        assertThat(versions()).isEmpty();
    }

    @Test
    void numberThatThereIsNotIsAskedForAgain() {
        visit("4829", "99", "002", "*", "1", "#");

        assertThat(heard).containsSubsequence("studio-no-such", "studio-number?", "studio-present", "studio-menu?");
        assertThat(heard).containsSubsequence("studio-menu?", "studio-number?", "studio-present", "studio-menu?");
    }

    @Test
    void thirdWrongPinEndsTheCallAndTheNextOneIsNotEvenAskedForIt() {
        visit("0000", "1111", "2222");

        assertThat(heard)
                .containsExactly(
                        "pl",
                        "studio-pin?",
                        "studio-wrong-pin",
                        "studio-pin?",
                        "studio-wrong-pin",
                        "studio-pin?",
                        "studio-locked");
        heard.clear();
        visit("4829");
        assertThat(heard).containsExactly("pl", "studio-locked");
    }

    @Test
    void whoTypesNoPinIsLetGo() {
        visit("");

        assertThat(heard).containsExactly("pl", "studio-pin?", "studio-bye");
    }

    @Test
    void receiverPutDownBesideTheTelephoneDoesNotHoldTheStudioForEver() {
        visit("4829", "2", "", "", "", "never asked");

        assertThat(heard).endsWith("studio-menu?", "studio-menu?", "studio-menu?");
    }

    @Test
    void whatACrashLeftInTheSpoolIsCleared() throws IOException {
        Files.createFile(spool.resolve("studio-1.wav"));

        handler.clearSpool();

        assertThat(spool).isEmptyDirectory();
    }

    /** A telephone that answers each question with the next of its keys. */
    private final class ScriptedTelephone implements StudioLine {

        @Override
        public void speak(Language language) {
            heard.add(language.code());
        }

        @Override
        public void say(String announcement) {
            heard.add(announcement);
        }

        @Override
        public Optional<Character> ask(String announcement, Duration patience) throws CallerHungUp {
            String answer = type(announcement, patience, 1);
            return answer.isEmpty() ? Optional.empty() : Optional.of(answer.charAt(0));
        }

        @Override
        public String type(String announcement, Duration patience, int most) throws CallerHungUp {
            heard.add(announcement + "?");
            if (keys.isEmpty()) {
                throw new CallerHungUp();
            }
            return keys.remove();
        }

        @Override
        public boolean record(Path file, Duration atMost) {
            heard.add("(recorded)");
            try {
                if (spoken.isPresent()) {
                    WavFile.write(spoken.get(), file.resolveSibling(file.getFileName() + ".wav"));
                }
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void play(Path file, Duration length) {
            heard.add("(played " + length.toSeconds() + " s)");
        }
    }

    private static final class Mute implements Voice {
        @Override
        public String manner() {
            return "mute";
        }

        @Override
        public void speak(String text, Language language, SoundPair into, Duration within) throws VoiceFailed {
            throw new VoiceFailed("mute");
        }
    }
}
