package org.infolinia.agi.announcements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.infolinia.agi.SmallHotline.POLISH;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.infolinia.agi.SmallHotline;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.MovableClock;
import org.infolinia.hotline.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Which sounds are made, which are left alone, and what callers get when one is gone. */
final class AnnouncementsTest {

    private static final Hotline HOTLINE = SmallHotline.saying("Words of");

    private final FakeVoice voice = new FakeVoice();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T09:00:00Z"));
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Announcements.class);
    private final Path sounds;
    private final Announcements announcements;

    AnnouncementsTest(@TempDir Path folder) {
        sounds = folder;
        announcements = new Announcements(sounds, voice, BuiltInSounds.NONE, clock, Runnable::run);
    }

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setAdditive(true);
    }

    private Path wav(String language, String id) {
        return sounds.resolve(language).resolve("infolinia").resolve(id + ".wav");
    }

    private List<Sound> find(String... ids) {
        return announcements.soundsOf(HOTLINE).find(List.of(ids), POLISH);
    }

    @Test
    void everyAnnouncementIsSpokenInEveryLanguage() {
        Preparation preparation = announcements.prepare(HOTLINE);

        assertThat(preparation).isEqualTo(new Preparation(0, 0, 6, List.of()));
        assertThat(wav("pl", "welcome")).hasBinaryContent(FakeVoice.wavOf(8000, "Words of welcome"));
        assertThat(wav("en", "closed")).hasBinaryContent(FakeVoice.wavOf(8000, "Words of closed"));
    }

    @Test
    void ownWordsOfTheProgramAreSpokenUnderTheirOwnNamesInTheLanguagesTheyHave() {
        BuiltInSounds own = BuiltInSounds.read(AnnouncementsTest.class, "own-words.properties");
        Announcements withOwn = new Announcements(sounds, voice, own, clock, Runnable::run);

        assertThat(withOwn.prepare(HOTLINE)).isEqualTo(new Preparation(0, 0, 9, List.of()));

        assertThat(sounds.resolve("pl/digits/7.wav")).hasBinaryContent(FakeVoice.wavOf(8000, "siedem"));
        assertThat(sounds.resolve("en/queue-youarenext.wav")).exists();
        assertThat(sounds.resolve("en/digits/7.wav")).doesNotExist();
        assertThat(withOwn.soundsOf(HOTLINE).find(List.of("studio-bye"), POLISH))
                .containsExactly(new Sound("infolinia/studio-bye", Duration.ofMillis(130)));
    }

    @Test
    void announcementOfTheHotlineGoesBeforeTheProgramsOwnWordsForIt() {
        BuiltInSounds own =
                new BuiltInSounds(Map.of("infolinia/menu", new Texts(Map.of(POLISH, "What the program would say"))));

        new Announcements(sounds, voice, own, clock, Runnable::run).prepare(HOTLINE);

        assertThat(wav("pl", "menu")).hasBinaryContent(FakeVoice.wavOf(8000, "Words of menu"));
    }

    @Test
    void ownWordsUnderANameThatIsNoFilesAreAFaultOfOurs() {
        assertThatThrownBy(() -> new BuiltInSounds(Map.of("../menu", new Texts(Map.of(POLISH, "Menu")))))
                .hasMessage("sound \"../menu\": letters, digits, _ and -, with one / at most");
    }

    @Test
    void nothingIsSpokenTwice() {
        announcements.prepare(HOTLINE);
        voice.spoken.clear();

        assertThat(announcements.prepare(HOTLINE)).isEqualTo(new Preparation(0, 6, 0, List.of()));
        assertThat(voice.spoken).isEmpty();
    }

    @Test
    void changedTextIsSpokenAnewAndIsStillOursAfterwards() {
        announcements.prepare(HOTLINE);

        assertThat(announcements.prepare(SmallHotline.saying("Other words of")).made())
                .isEqualTo(6);
        assertThat(wav("pl", "menu")).hasBinaryContent(FakeVoice.wavOf(8000, "Other words of menu"));
        assertThat(announcements.prepare(HOTLINE).made()).isEqualTo(6);
    }

    @Test
    void changedMannerOfSpeakingIsHeardEverywhere() {
        announcements.prepare(HOTLINE);
        voice.manner = "slower";

        assertThat(announcements.prepare(HOTLINE).made()).isEqualTo(6);
    }

    @Test
    void recordingIsNeverOverwritten() {
        byte[] recording = FakeVoice.wavOf(8000, "Anna speaks");
        FakeVoice.write(wav("pl", "welcome"), recording);

        assertThat(announcements.prepare(HOTLINE)).isEqualTo(new Preparation(1, 0, 5, List.of()));
        assertThat(wav("pl", "welcome")).hasBinaryContent(recording);
    }

    @Test
    void recordingPutInPlaceOfASpokenSoundIsNeverOverwrittenThoughOurNoteIsStillThere() {
        announcements.prepare(HOTLINE);
        byte[] recording = FakeVoice.wavOf(8000, "Anna speaks");
        FakeVoice.write(wav("pl", "welcome"), recording);

        assertThat(announcements.prepare(SmallHotline.saying("Other words of")))
                .isEqualTo(new Preparation(1, 0, 5, List.of()));
        assertThat(wav("pl", "welcome")).hasBinaryContent(recording);
    }

    @Test
    void crashBetweenNoteAndSoundLeavesASoundThatIsStillOurs() throws IOException {
        announcements.prepare(HOTLINE);
        byte[] before = Files.readAllBytes(wav("pl", "welcome"));
        announcements.prepare(SmallHotline.saying("Other words of"));
        Files.write(wav("pl", "welcome"), before);

        assertThat(announcements.prepare(SmallHotline.saying("Other words of")))
                .isEqualTo(new Preparation(0, 5, 1, List.of()));
    }

    @Test
    void recordingThatAsteriskCannotPlayIsAProblemSaidInASentence() {
        FakeVoice.write(wav("pl", "welcome"), FakeVoice.wavOf(44100, "Anna speaks"));

        assertThat(announcements.prepare(HOTLINE).problems())
                .singleElement()
                .asString()
                .startsWith("sound " + wav("pl", "welcome") + ": is 44100 Hz, 16 bit, 1 channels, coding 1; Asterisk");
    }

    @Test
    void eachSoundThatCannotBeSpokenIsAProblem() {
        voice.hoarse = true;

        Preparation preparation = announcements.prepare(HOTLINE);

        assertThat(preparation.made()).isZero();
        assertThat(preparation.problems()).hasSize(6).allMatch(line -> line.endsWith(": no voice: install one"));
    }

    @Test
    void soundsOfACallComeInOrderWithTheirLength() {
        announcements.prepare(HOTLINE);
        voice.spoken.clear();

        assertThat(find("welcome", "menu"))
                .containsExactly(
                        new Sound("infolinia/welcome", Duration.ofMillis(160)),
                        new Sound("infolinia/menu", Duration.ofMillis(130)));
        assertThat(voice.spoken).isEmpty();
        assertThat(log.list).isEmpty();
    }

    @Test
    void lengthFollowsTheFile() throws IOException {
        announcements.prepare(HOTLINE);
        find("welcome");
        Files.write(wav("pl", "welcome"), FakeVoice.wavOf(8000, "Short"));
        Files.setLastModifiedTime(wav("pl", "welcome"), FileTime.from(Instant.EPOCH));

        assertThat(find("welcome")).containsExactly(new Sound("infolinia/welcome", Duration.ofMillis(50)));
    }

    @Test
    void missingSoundIsSpokenAtOnceWithAnAlert() throws IOException {
        announcements.prepare(HOTLINE);
        Files.delete(wav("pl", "welcome"));

        assertThat(find("welcome")).containsExactly(new Sound("infolinia/welcome", Duration.ofMillis(160)));
        assertThat(alerts())
                .containsExactly(
                        "ERROR sound " + wav("pl", "welcome")
                                + ": it is missing, a spoken substitute takes its place: put the recording back, or leave it so");
    }

    @Test
    void alertComesOnceAMinuteForAFileThoughEachLossIsMended() throws IOException {
        announcements.prepare(HOTLINE);
        for (int i = 0; i < 3; i++) {
            Files.delete(wav("pl", "welcome"));
            assertThat(find("welcome")).hasSize(1);
        }
        assertThat(alerts()).hasSize(1);

        clock.forward(Duration.ofSeconds(60));
        Files.delete(wav("pl", "welcome"));
        find("welcome");

        assertThat(alerts()).hasSize(2);
    }

    @Test
    void callGoesOnWithoutASoundThatCannotBeSpokenAndTheNextCallersDoNotWaitForIt() throws IOException {
        announcements.prepare(HOTLINE);
        Files.delete(wav("pl", "welcome"));
        voice.hoarse = true;
        voice.spoken.clear();

        for (int i = 0; i < 3; i++) {
            assertThat(find("welcome", "menu")).extracting(Sound::name).containsExactly("infolinia/menu");
        }
        assertThat(voice.spoken).hasSize(1);

        voice.hoarse = false;
        clock.forward(Duration.ofSeconds(60));
        assertThat(find("welcome", "menu")).hasSize(2);
    }

    @Test
    void recordingThatCannotBePlayedIsLeftOutAndLeftAlone() {
        announcements.prepare(HOTLINE);
        FakeVoice.write(wav("pl", "welcome"), new byte[] {1, 2, 3});
        voice.spoken.clear();

        assertThat(find("welcome", "menu")).extracting(Sound::name).containsExactly("infolinia/menu");
        assertThat(wav("pl", "welcome")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(voice.spoken).isEmpty();
        assertThat(alerts())
                .containsExactly("ERROR sound " + wav("pl", "welcome") + ": callers do not hear it: is cut short");
    }

    @Test
    void announcementThatTheHotlineDoesNotKnowIsLeftOut() {
        assertThat(find("unknown")).isEmpty();
    }

    @Test
    void callersWhoMissTheSameSoundAtOnceHaveItSpokenOnce() {
        Deque<Runnable> later = new ArrayDeque<>();
        Executor whenever = later::add;
        Announcements busy = new Announcements(sounds, voice, BuiltInSounds.NONE, clock, whenever);
        Thread caller = new Thread(() -> busy.soundsOf(HOTLINE).find(List.of("menu", "menu"), POLISH));
        caller.start();
        caller.interrupt();
        join(caller);

        later.forEach(Runnable::run);

        assertThat(later).hasSize(1);
        assertThat(voice.spoken).containsExactly("pl: Words of menu");
        assertThat(wav("pl", "menu")).exists();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> alerts() {
        return log.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }
}
