package org.infolinia.agi.announcements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.infolinia.agi.SmallHotline.ENGLISH;
import static org.infolinia.agi.SmallHotline.POLISH;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.infolinia.agi.SmallHotline;
import org.infolinia.agi.sound.RecordingRefused;
import org.infolinia.agi.sound.Signals;
import org.infolinia.agi.sound.WavFile;
import org.infolinia.agi.sound.Waveform;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that come, are kept, and come back. */
final class PromptLibraryTest {

    private static final Hotline HOTLINE = SmallHotline.saying("Words of");
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final BuiltInSounds OWN =
            new BuiltInSounds(Map.of("queue-youarenext", new Texts(Map.of(ENGLISH, "You are next"))));

    private final FakeVoice voice = new FakeVoice();
    private final Path sounds;
    private final Path brought;
    private final PromptLibrary library;

    PromptLibraryTest(@TempDir Path folder) {
        sounds = folder.resolve("sounds");
        brought = folder.resolve("brought.wav");
        library = new PromptLibrary(sounds, voice, PromptLibraryTest::decodeWav, OWN, CLOCK);
    }

    @BeforeEach
    void loadTheHotline() {
        load(HOTLINE);
    }

    private Preparation load(Hotline hotline) {
        return new Announcements(sounds, voice, OWN, CLOCK, Runnable::run).prepare(hotline);
    }

    /** Takes a wav of 16 kHz for what it is. */
    private static SoundDecoder.Decoded decodeWav(Path file) throws RecordingRefused, IOException {
        try {
            Waveform sound = WavFile.read(file);
            return new SoundDecoder.Decoded(sound, new Waveform(8000, sound.samples()), sound);
        } catch (WavFile.NotPlayable e) {
            throw new RecordingRefused(RecordingRefused.Fault.UNREADABLE, "is no wav: " + e);
        }
    }

    private Prompt welcome() {
        return library.find(HOTLINE, "welcome", POLISH).orElseThrow();
    }

    private Path wav(String id) {
        return sounds.resolve("pl/infolinia/" + id + ".wav");
    }

    private Path wav16(String id) {
        return sounds.resolve("pl/infolinia/" + id + ".wav16");
    }

    private RecordingVersion take(double hertz) throws Exception {
        WavFile.write(Signals.sine(16_000, hertz, -20, 1), brought);
        return library.take(welcome(), brought, "anna");
    }

    @Test
    void announcementsAreNumberedInTheOrderOfTheFileAndTheProgramsOwnWordsComeLast() {
        assertThat(library.prompts(HOTLINE))
                .hasSize(7)
                .last()
                .isEqualTo(
                        new Prompt(Optional.empty(), "queue-youarenext", "queue-youarenext", ENGLISH, "You are next"));
        Prompt second = library.find(HOTLINE, "2", ENGLISH).orElseThrow();
        assertThat(library.find(HOTLINE, second.id(), ENGLISH)).contains(second);
        assertThat(library.find(HOTLINE, "4", ENGLISH)).isEmpty();
        assertThat(library.find(HOTLINE, "queue-youarenext", POLISH)).isEmpty();
    }

    @Test
    void whatNobodyRecordedIsSynthetic() throws Exception {
        PromptState state = library.state(welcome());

        assertThat(state.kind()).isEqualTo(PromptState.Kind.SYNTHETIC);
        assertThat(state.length()).contains(Duration.ofMillis(160));
        assertThat(state.by()).isEmpty();
        assertThat(library.versions(welcome())).isEmpty();
    }

    @Test
    void recordingIsInForceAtOnceWithBothFilesAndWhoBroughtIt() throws Exception {
        RecordingVersion version = take(440);

        assertThat(version.number()).isEqualTo(1);
        assertThat(version.source()).isEqualTo("brought.wav");
        assertThat(version.text()).isEqualTo("Words of welcome");
        assertThat(Hash.of(wav("welcome"))).isEqualTo(version.sound());
        assertThat(Hash.of(wav16("welcome"))).isEqualTo(version.wide());
        assertThat(Files.getPosixFilePermissions(wav("welcome")))
                .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(library.state(welcome()))
                .isEqualTo(new PromptState(
                        welcome(),
                        PromptState.Kind.RECORDED,
                        Optional.of(1),
                        Optional.of(version.length()),
                        Optional.of(NOW),
                        Optional.of("anna")));
        assertThat(load(HOTLINE)).isEqualTo(new Preparation(1, 6, 0, List.of()));
    }

    @Test
    void recordingIsStaleOnceItsTextHasChangedAndNoLongerWhenTheTextIsBack() throws Exception {
        take(440);
        Hotline changed = SmallHotline.saying("Other words of");

        assertThat(library.state(library.find(changed, "welcome", POLISH).orElseThrow())
                        .kind())
                .isEqualTo(PromptState.Kind.STALE);
        assertThat(load(changed).recorded()).isEqualTo(1);
        assertThat(library.state(library.find(SmallHotline.saying("Words\n  of"), "welcome", POLISH)
                                .orElseThrow())
                        .kind())
                .isEqualTo(PromptState.Kind.RECORDED);
    }

    @Test
    void everyVersionCanComeBack() throws Exception {
        RecordingVersion first = take(440);
        RecordingVersion second = take(880);
        assertThat(library.state(welcome()).version()).contains(2);

        assertThat(library.revert(welcome(), 1)).contains(first);

        assertThat(library.state(welcome()).version()).contains(1);
        assertThat(Hash.of(wav("welcome"))).isEqualTo(first.sound());
        assertThat(Hash.of(wav16("welcome"))).isEqualTo(first.wide());
        assertThat(library.versions(welcome())).containsExactly(first, second);
        assertThat(library.revert(welcome(), 3)).isEmpty();
        assertThat(take(660).number()).isEqualTo(3);
    }

    @Test
    void voiceCanComeBackAndTheRecordingIsKept() throws Exception {
        RecordingVersion first = take(440);

        library.revertToVoice(welcome());

        assertThat(wav("welcome")).hasBinaryContent(FakeVoice.wavOf(8000, "Words of welcome"));
        assertThat(library.state(welcome()).kind()).isEqualTo(PromptState.Kind.SYNTHETIC);
        assertThat(load(HOTLINE)).isEqualTo(new Preparation(0, 7, 0, List.of()));
        assertThat(library.versions(welcome())).containsExactly(first);
    }

    @Test
    void recordingPutInPlaceByHandBecomesAVersionWhenItIsSeen() throws Exception {
        WavFile.write(Signals.sine(8000, 440, -20, 1), wav("welcome"));
        byte[] theirs = Files.readAllBytes(wav("welcome"));

        PromptState state = library.state(welcome());

        assertThat(state.kind()).isEqualTo(PromptState.Kind.RECORDED);
        assertThat(state.version()).contains(1);
        assertThat(library.versions(welcome())).singleElement().satisfies(version -> {
            assertThat(version.source()).isEqualTo("by hand");
            assertThat(version.wide()).isEqualTo(Hash.NONE);
        });
        assertThat(wav("welcome")).hasBinaryContent(theirs);
        assertThat(wav16("welcome"))
                .as("the synthetic one would be heard on other telephones")
                .doesNotExist();

        take(880);
        library.revert(welcome(), 1);

        assertThat(wav("welcome")).hasBinaryContent(theirs);
        assertThat(wav16("welcome")).doesNotExist();
    }

    @Test
    void recordingPutInPlaceByHandIsNotLostByAnImportThatComesBeforeItIsSeen() throws Exception {
        FakeVoice.write(wav("welcome"), new byte[] {1, 2, 3});

        assertThat(take(440).number()).isEqualTo(2);

        assertThat(library.files(welcome(), 1).orElseThrow().wav()).hasBinaryContent(new byte[] {1, 2, 3});
        assertThatThrownBy(() -> library.revert(welcome(), 1))
                .hasMessage(
                        "version 1 was put in place by hand and Asterisk cannot play it: export it, then import it");
    }

    @Test
    void bothFilesPutInPlaceByHandAreKeptTogether() throws Exception {
        WavFile.write(Signals.sine(8000, 440, -20, 1), wav("welcome"));
        WavFile.write(Signals.sine(16_000, 440, -20, 1), wav16("welcome"));

        library.state(welcome());

        assertThat(library.versions(welcome()))
                .singleElement()
                .satisfies(version -> assertThat(version.wide()).isEqualTo(Hash.of(wav16("welcome"))));
        assertThat(wav16("welcome")).exists();
    }

    @Test
    void crashBetweenTheTwoFilesOfARecordingIsPutRight() throws Exception {
        take(440);
        byte[] wide = Files.readAllBytes(wav16("welcome"));
        take(880);
        Files.write(wav16("welcome"), wide);

        load(HOTLINE);

        assertThat(Hash.of(wav16("welcome")))
                .isEqualTo(library.versions(welcome()).get(1).wide());
    }

    @Test
    void crashBeforeAVersionIsToldOfLeavesNoVersion() throws Exception {
        take(440);
        Path versions = sounds.resolve("infolinia-versions/pl/infolinia/welcome");
        Files.write(versions.resolve("2.wav"), new byte[] {1});
        Files.write(versions.resolve("2.wav16"), new byte[] {1});
        Files.write(versions.resolve(".7.1.2.properties"), new byte[] {1});

        assertThat(library.versions(welcome())).hasSize(1);
        assertThat(take(880).number()).isEqualTo(2);
        assertThat(Hash.of(versions.resolve("2.wav"))).isEqualTo(Hash.of(wav("welcome")));
    }

    @Test
    void crashBetweenVersionAndSoundLeavesTheEarlierSoundInForce() throws Exception {
        RecordingVersion first = take(440);
        byte[] narrow = Files.readAllBytes(wav("welcome"));
        take(880);
        Files.write(wav("welcome"), narrow);

        assertThat(library.state(welcome()).version()).contains(1);
        assertThat(Hash.of(wav16("welcome"))).isEqualTo(first.wide());
    }

    @Test
    void refusedRecordingChangesNothing() throws Exception {
        byte[] before = Files.readAllBytes(wav("welcome"));
        WavFile.write(Signals.silence(16_000, 2), brought);

        assertThatThrownBy(() -> library.take(welcome(), brought, "anna"))
                .isInstanceOf(RecordingRefused.class)
                .hasMessage("is silent: record it again, with the microphone on");

        assertThat(wav("welcome")).hasBinaryContent(before);
        assertThat(library.versions(welcome())).isEmpty();
    }

    @Test
    void damagedNoteOfAVersionIsSaidWithItsFile() throws Exception {
        take(440);
        Path note = sounds.resolve("infolinia-versions/pl/infolinia/welcome/1.properties");
        Files.writeString(note, "at=yesterday");

        assertThatThrownBy(() -> library.versions(welcome())).hasMessageStartingWith(note + " is damaged");
        assertThat(load(HOTLINE).problems()).singleElement().asString().contains(note + " is damaged");
    }

    @Test
    void noteOfAnEarlierReleaseWhichMadeNoWideSoundsIsStillKnownAsOurs() throws Exception {
        Path mark = sounds.resolve("pl/infolinia/welcome.spoken");
        Files.writeString(mark, Files.readString(mark).replaceAll("wide .*\n", ""));
        Files.delete(wav16("welcome"));

        assertThat(load(HOTLINE)).isEqualTo(new Preparation(0, 6, 1, List.of()));
        assertThat(wav16("welcome")).exists();
    }
}
