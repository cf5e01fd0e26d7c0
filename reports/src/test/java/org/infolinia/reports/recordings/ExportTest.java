package org.infolinia.reports.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTest {

    private static final String ANNA = "20261123T090000Z+nis2+anna+1.1+1.2";
    private static final String BARTOSZ = "20261123T100000Z+cra+bartosz+2.1+2.2";
    private static final Selection ALL = new Selection(
            Instant.parse("2026-11-22T23:00:00Z"),
            Instant.parse("2026-11-23T23:00:00Z"),
            Optional.empty(),
            Optional.empty());

    @TempDir
    Path folder;

    @TempDir
    Path out;

    private RecordedFiles files;

    @BeforeEach
    void makeFolder() {
        files = new RecordedFiles(folder);
    }

    @Test
    void manifestTellsOfEachRecordingAndOfEachConversationWithoutOne() throws IOException {
        Path wav = files.recording(ANNA, 10);
        Files.writeString(wav.resolveSibling(ANNA + ".marks"), "PAUSE 2400\nRESUME 5798\n");
        Files.write(files.recording(BARTOSZ, 1), new byte[5]);
        files.call("3.1", "3.2", "2026-11-23T11:00:00Z", 7);

        assertThat(export(ALL, false, Optional.empty())).isEqualTo(new Export.Tally(1, 1, 1));

        Path exported = out.resolve("export");
        assertThat(names(exported)).containsExactly(ANNA + ".wav", "manifest.csv");
        assertThat(Files.readString(exported.resolve("manifest.csv")))
                .isEqualTo("\ufefffile;state;call id;began;ended;consultant;queue;seconds;pauses;sha-256\r\n"
                        + ANNA + ".wav;complete;1.1;2026-11-23 10:00:00;2026-11-23 10:00:10;anna;nis2;10.0;2.4-5.8;"
                        + Digest.of(exported.resolve(ANNA + ".wav")) + "\r\n"
                        + ";broken;2.1;2026-11-23 11:00:00;2026-11-23 11:00:00;bartosz;cra;0.0;;\r\n"
                        + ";missing;3.1;2026-11-23 12:00:00;2026-11-23 12:00:07;anna;nis2;7.0;;\r\n");
        assertThat(files.accesses).containsExactly("ewa export " + ANNA);
    }

    @Test
    void recordingCutOffByACrashIsMendedSoThatItCanBePlayed() throws Exception {
        files.file(ANNA, 4, 0);

        export(ALL, false, Optional.empty());

        try (var sound = AudioSystem.getAudioInputStream(
                out.resolve("export").resolve(ANNA + ".wav").toFile())) {
            assertThat(sound.getFrameLength()).isEqualTo(32000);
        }
    }

    @Test
    void selectionTakesOneQueueOrOneConsultant() throws IOException {
        files.recording(ANNA, 1);
        files.recording(BARTOSZ, 1);

        export(new Selection(ALL.from(), ALL.to(), Optional.of("cra"), Optional.empty()), false, Optional.empty());

        assertThat(names(out.resolve("export"))).containsExactly(BARTOSZ + ".wav", "manifest.csv");
    }

    @Test
    void zipHoldsTheSame() throws IOException {
        files.recording(ANNA, 1);
        files.recording(BARTOSZ, 1);

        export(ALL, true, Optional.empty());

        try (ZipFile zip = new ZipFile(out.resolve("export").toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .containsExactly(ANNA + ".wav", BARTOSZ + ".wav", "manifest.csv");
        }
        assertThat(names(out)).containsExactly("export");
    }

    @Test
    void recordingThatCannotBeEncodedDoesNotStopTheRest() throws IOException {
        files.recording(ANNA, 1);
        files.recording(BARTOSZ, 1);
        SoundEncoder encoder = new SoundEncoder() {
            @Override
            public String ending() {
                return ".mp3";
            }

            @Override
            public void encode(Path wav, Path encoded) throws IOException {
                Files.writeString(encoded, "half");
                if (wav.toString().contains("anna")) {
                    throw new IOException("the encoder failed");
                }
            }
        };

        assertThat(export(ALL, false, Optional.of(encoder))).isEqualTo(new Export.Tally(1, 1, 0));
        assertThat(names(out.resolve("export"))).containsExactly(BARTOSZ + ".mp3", "manifest.csv");
    }

    @Test
    void nothingIsGivenThatTheBookDoesNotTakeAndNothingHalfRemains() throws IOException {
        files.recording(ANNA, 1);
        files.full = true;

        assertThatThrownBy(() -> export(ALL, false, Optional.empty())).hasMessage("the database is away");
        assertThat(names(out)).isEmpty();
    }

    @Test
    void whatIsThereAlreadyIsNotOverwritten() throws IOException {
        Path mine = Files.writeString(out.resolve("export"), "mine");

        assertThatThrownBy(() -> export(ALL, false, Optional.empty()))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("is there already");
        assertThat(mine).hasContent("mine");
    }

    @ParameterizedTest
    @CsvSource({"=1+1, '''=1+1'", "+48, '''+48'", "-x, '''-x'", "@x, '''@x'", "a;b, '\"a;b\"'", "anna, anna"})
    void noCellIsAFormulaOrBreaksItsLine(String text, String cell) {
        assertThat(Manifest.cell(text)).isEqualTo(cell);
    }

    private Export.Tally export(Selection selection, boolean zip, Optional<SoundEncoder> encoder) throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
        List<Export.Tally> progress = new ArrayList<>();
        Export export =
                new Export(new RecordingFolder(folder, clock), files, files, clock, ZoneId.of("Europe/Warsaw"), "ewa");
        return export.write(selection, out.resolve("export"), zip, encoder, progress::add);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
