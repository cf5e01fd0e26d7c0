package org.infolinia.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.infolinia.agi.ami.QueueReload;
import org.infolinia.agi.announcements.Announcements;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.Remark;
import org.infolinia.hotline.history.HotlineHistory;
import org.infolinia.hotline.inforce.HotlinesInForce;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.launcher.phone.FakeManager;
import org.infolinia.sidecar.ami.AmiAccount;
import org.infolinia.sidecar.database.Database;
import org.infolinia.sidecar.database.DatabaseSettings;
import org.infolinia.sidecar.store.DatabaseHotlineHistory;
import org.infolinia.sidecar.web.Degraded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A coordinator saves hotline.xml, well or badly, while the services run. */
final class HotlineWatchTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path file = Path.of("");
    private String original = "";
    private HotlinesInForce inForce;
    private LateDatabase database;
    private HotlineChange change;
    private HotlineWatch watch;

    @BeforeEach
    void start() throws Exception {
        file = Files.copy(Path.of("../dialplan/hotline.xml"), folder.resolve("hotline.xml"));
        original = Files.readString(file);
        inForce = new HotlinesInForce(HotlineFile.edition(file));
        database = new LateDatabase(DatabaseSettings.sqlite(folder.resolve("infolinia.db")));
        watchWith(Optional.empty());
        change.tend();
        looks(2);
    }

    private void watchWith(Optional<QueueReload> reload) throws Exception {
        SystemFile box = SystemFile.read(Files.writeString(folder.resolve("system.xml"), """
                <system xmlns="https://infolinia.org/system">
                  <hotline file="%1$s/hotline.xml"/>
                  <database url="jdbc:sqlite:/nowhere"/>
                  <public port="1"/>
                  <staff port="1"/>
                  <agi port="4573"/>
                  <asterisk generated="%1$s/generated" sounds="%1$s/sounds" recordings="/srv/recordings"
                            logs="/nowhere"/>
                </system>
                """.formatted(folder)));
        Announcements announcements =
                new Announcements(folder.resolve("sounds"), new Murmur(), OwnWords.all(), CLOCK, Runnable::run);
        change = new HotlineChange(
                inForce, announcements, new GeneratedFiles(box), reload, new HotlineJournal(database), CLOCK);
        watch = new HotlineWatch(file, change);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void aSavedFileIsInForceWithItsSoundsAndAsterisksFiles() throws Exception {
        save(original.replace("Wybrano niewłaściwy klawisz.", "Zły klawisz.")
                .replace("longest-wait-seconds=\"900\" capacity=\"60\"", "longest-wait-seconds=\"77\" capacity=\"60\"")
                .replace("capacity=\"60\"", "capacity=\"9\""));
        Files.delete(folder.resolve("generated/queues.conf"));
        looks(2);

        assertThat(inForce.current().text()).contains("Zły klawisz.");
        assertThat(Files.readString(folder.resolve("sounds/pl/infolinia/invalid-key.wav"), StandardCharsets.ISO_8859_1))
                .isNotEmpty();
        assertThat(Files.readString(folder.resolve("generated/hotline.conf")))
                .contains("[queue-ogolna]\nvariables = INFOLINIA_QUEUE_WAIT=77");
        assertThat(Files.readString(folder.resolve("generated/queues.conf"))).contains("maxlen = 9");
        assertThat(watch.isRefused()).isFalse();
    }

    @Test
    void aFileStillBeingSavedIsNotRead() throws Exception {
        String better = original.replace("tries=\"3\"", "tries=\"2\"");
        save(better.substring(0, 3000));
        looks(1);
        save(better.substring(0, 6000));
        looks(1);
        save(better);
        looks(1);

        assertThat(watch.isRefused()).isFalse();
        looks(1);
        assertThat(inForce.current().text()).isEqualTo(better);
    }

    @Test
    void aWrongFileStaysOutAndIsToldUntilMended() throws Exception {
        String version = inForce.current().version();
        save(original.replace("then=\"to-nis2\"", "then=\"to-nis3\""));
        looks(2);

        assertThat(inForce.current().version()).isEqualTo(version);
        assertThat(watch.isRefused()).isTrue();
        assertThatThrownBy(watch::check)
                .isInstanceOf(Degraded.class)
                .hasMessageMatching(".*hotline\\.xml:\\d+:\\d+: there is no node \"to-nis3\".*; version " + version
                        + " stays in force");
        looks(3);
        assertThat(watch.isRefused()).isTrue();

        save(original);
        looks(2);

        assertThat(watch.isRefused()).isFalse();
        assertThatCode(watch::check).doesNotThrowAnyException();
        assertThat(inForce.current().version()).isEqualTo(version);
    }

    @Test
    void aQueueNameThatAsteriskReadsOtherwiseIsRefused() throws Exception {
        save(original.replace("\"ogolna\"", "\"general\""));
        looks(2);

        assertThatThrownBy(watch::check).hasMessageContaining("\"general\"");
        assertThat(Remark.in(new Language("pl"), watch.trouble().orElseThrow()))
                .isEqualTo(
                        "hotline.xml:0:0: kolejka „general”: w queues.conf sekcja o tej nazwie nie jest kolejką; trzeba"
                                + " wybrać inną nazwę; dalej obowiązuje wersja "
                                + inForce.current().version());
    }

    @Test
    void anEditorMayReplaceTheFileOrTakeItAwayForAMoment() throws Exception {
        Path other =
                Files.writeString(folder.resolve(".hotline.xml.swp"), original.replace("tries=\"3\"", "tries=\"2\""));
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        looks(2);
        assertThat(inForce.current().text()).contains("tries=\"2\"");

        Files.delete(file);
        looks(1);
        assertThat(watch.isRefused()).isFalse();
        save(original.replace("tries=\"3\"", "tries=\"4\""));
        looks(2);
        assertThat(inForce.current().text()).contains("tries=\"4\"");
    }

    @Test
    void aFileThatIsGoneIsToldAndItsLastVersionStays() throws Exception {
        Files.delete(file);
        looks(2);

        assertThatThrownBy(watch::check).hasMessageContaining("there is no such file");
        assertThat(inForce.current().text()).isEqualTo(original);

        save(original);
        looks(2);
        assertThat(watch.isRefused()).isFalse();
    }

    @Test
    void whileAsterisksFilesCannotBeWrittenTheOldVersionStaysAndTryingGoesOn() throws Exception {
        Path generated = folder.resolve("generated");
        for (String name : List.of("queues.conf", "extensions.conf", "hotline.conf")) {
            Files.delete(generated.resolve(name));
        }
        Files.delete(generated);
        Files.createFile(generated);
        save(original.replace("tries=\"3\"", "tries=\"2\""));
        looks(2);

        assertThat(inForce.current().text()).isEqualTo(original);
        assertThat(watch.isRefused()).isTrue();

        Files.delete(generated);
        looks(1);
        assertThat(inForce.current().text()).contains("tries=\"2\"");
        assertThat(watch.isRefused()).isFalse();
    }

    @Test
    void aGeneratedFileThatIsGoneIsMadeAnew() throws Exception {
        Path live = folder.resolve("generated/hotline.conf");
        String said = Files.readString(live);
        Files.delete(live);

        change.tend();

        assertThat(live).hasContent(said);
    }

    @Test
    void anAsteriskThatDoesNotTakeItsQueuesIsToldAndAskedAgain() throws Exception {
        Path secret = Files.writeString(folder.resolve("ami"), "word");
        watchWith(Optional.of(
                new QueueReload(new AmiAccount(FakeManager.nobody(), "infolinia", secret, Duration.ofSeconds(5)))));
        looks(2);
        save(original.replace("capacity=\"60\"", "capacity=\"9\""));
        looks(2);

        assertThat(inForce.current().text()).contains("capacity=\"9\"");
        assertThatThrownBy(change::check)
                .isInstanceOf(Degraded.class)
                .hasMessageContaining("Asterisk has not taken the changed queues");
    }

    @Test
    void theHistoryKnowsWhatWasInForceSinceWhen() throws Exception {
        change.enterCurrent();
        save(original.replace("tries=\"3\"", "tries=\"2\""));
        looks(2);
        database.close();

        try (Database reopened = Database.open(DatabaseSettings.sqlite(folder.resolve("infolinia.db")))) {
            HotlineHistory history = new DatabaseHotlineHistory(reopened);
            assertThat(history.last(10))
                    .extracting(HotlineHistory.Entry::number)
                    .containsExactly(2L, 1L);
            assertThat(history.text(1)).contains(original);
        }
    }

    private void save(String text) throws IOException {
        Files.writeString(file, text);
    }

    private void looks(int times) {
        for (int i = 0; i < times; i++) {
            watch.look();
        }
    }
}
