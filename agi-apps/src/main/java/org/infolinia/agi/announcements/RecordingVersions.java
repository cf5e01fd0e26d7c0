package org.infolinia.agi.announcements;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.infolinia.agi.sound.SoundPair;
import org.infolinia.agi.sound.WavFile;

/**
 * Every recording that was ever made of an announcement, kept for good.
 *
 * <p>On disk, under {@code <sounds>/infolinia-versions/<language>/<name>/}: {@code 3.wav}, {@code 3.wav16} and
 * {@code 3.properties}, which tells of them. The last is written last: without it there is no version 3, whatever a crash
 * has left behind, and the next one takes its number.
 */
final class RecordingVersions {

    private static final Pattern PROPERTIES = Pattern.compile("(\\d{1,9})\\.properties");

    private final Path root;

    RecordingVersions(Path sounds) {
        this.root = sounds.resolve("infolinia-versions");
    }

    Path root() {
        return root;
    }

    /** In the order of their numbers. */
    List<RecordingVersion> of(SoundFile file) throws IOException {
        List<RecordingVersion> versions = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder(file))) {
            for (Path one : files.toList()) {
                if (PROPERTIES.matcher(one.getFileName().toString()).matches()) {
                    versions.add(read(one));
                }
            }
        } catch (NoSuchFileException none) {
            return List.of();
        }
        versions.sort(Comparator.comparingInt(RecordingVersion::number));
        return versions;
    }

    Optional<RecordingVersion> thatSounds(String wavHash, SoundFile file) throws IOException {
        // The newest of those that are the same: it is the one that was put in force last.
        return of(file).stream()
                .filter(version -> version.sound().equals(wavHash))
                .reduce((one, later) -> later);
    }

    SoundPair files(SoundFile file, RecordingVersion version) {
        return SoundPair.in(folder(file), Integer.toString(version.number()));
    }

    /** Copies a recording in as the newest version; {@code made.wide()} may be missing. */
    RecordingVersion add(SoundFile file, SoundPair made, Instant at, String by, String source) throws IOException {
        Path folder = folder(file);
        PublicFiles.folder(folder);
        int number = of(file).stream().mapToInt(RecordingVersion::number).max().orElse(0) + 1;
        SoundPair kept = SoundPair.in(folder, Integer.toString(number));
        PublicFiles.copy(made.wav(), kept.wav());
        if (Files.exists(made.wide())) {
            PublicFiles.copy(made.wide(), kept.wide());
        } else {
            Files.deleteIfExists(kept.wide()); // of a crash
        }
        RecordingVersion version = new RecordingVersion(
                number,
                at,
                by,
                source,
                file.text().orElse(""),
                length(kept.wav()),
                Hash.of(kept.wav()),
                Hash.of(kept.wide()));
        PublicFiles.write(properties(version), folder.resolve(number + ".properties"));
        return version;
    }

    private static Duration length(Path wav) throws IOException {
        try {
            return WavFile.length(wav);
        } catch (WavFile.NotPlayable notOurs) {
            return Duration.ZERO; // put in place by hand; whoever loads the hotline is told
        }
    }

    private Path folder(SoundFile file) {
        return root.resolve(file.language().code()).resolve(file.name());
    }

    private static String properties(RecordingVersion version) {
        Properties lines = new Properties();
        lines.setProperty("at", version.at().toString());
        lines.setProperty("by", version.by());
        lines.setProperty("source", version.source());
        lines.setProperty("text", version.text());
        lines.setProperty("length-millis", Long.toString(version.length().toMillis()));
        lines.setProperty("sound-sha256", version.sound());
        lines.setProperty("wide-sha256", version.wide());
        StringWriter out = new StringWriter();
        try {
            lines.store(out, null);
        } catch (IOException e) {
            throw new IllegalStateException("writing into memory", e);
        }
        return out.toString();
    }

    private static RecordingVersion read(Path file) throws IOException {
        Properties lines = new Properties();
        try (Reader in = new StringReader(Files.readString(file))) {
            lines.load(in);
            String name = file.getFileName().toString();
            return new RecordingVersion(
                    Integer.parseInt(name.substring(0, name.indexOf('.'))),
                    Instant.parse(lines.getProperty("at", "")),
                    lines.getProperty("by", ""),
                    lines.getProperty("source", ""),
                    lines.getProperty("text", ""),
                    Duration.ofMillis(Long.parseLong(lines.getProperty("length-millis", ""))),
                    lines.getProperty("sound-sha256", ""),
                    lines.getProperty("wide-sha256", ""));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException(file + " is damaged (" + e.getMessage() + "): put it back from a backup", e);
        }
    }
}
