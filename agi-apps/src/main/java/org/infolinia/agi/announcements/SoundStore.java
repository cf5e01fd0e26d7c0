package org.infolinia.agi.announcements;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.infolinia.agi.sound.SoundPair;
import org.infolinia.hotline.Language;

/**
 * The sounds that Asterisk plays, with the versions behind them.
 *
 * <p>Nothing says which version is in force but the sound itself: the one whose file is the same. So a file that somebody
 * puts in place needs no word from them, and a crash leaves nothing that could be wrong. Two programs of ours may work here
 * at once; a lock file lets one through at a time.
 */
final class SoundStore {

    /** What may be kept of a file put in place by hand; five minutes of announcement take 5 MB. */
    static final long LARGEST = 50_000_000;

    private static final Object ONE_OF_THIS_PROCESS = new Object();

    private final Path sounds;
    private final Voice voice;
    private final Clock clock;
    private final RecordingVersions versions;

    SoundStore(Path sounds, Voice voice, Clock clock) {
        this.sounds = sounds;
        this.voice = voice;
        this.clock = clock;
        this.versions = new RecordingVersions(sounds);
    }

    SoundFile file(String name, Language language, Optional<String> text) {
        return SoundFile.of(sounds, name, language, text);
    }

    List<RecordingVersion> versions(SoundFile file) throws IOException {
        return versions.of(file);
    }

    SoundPair files(SoundFile file, RecordingVersion version) {
        return versions.files(file, version);
    }

    /**
     * What is there. A recording found there that no version knows becomes one; the 16 kHz file that belongs to another
     * sound gives way to the right one.
     */
    Standing standing(SoundFile file) throws IOException {
        String sound = Hash.of(file.wav());
        if (sound.equals(Hash.NONE)) {
            return Standing.of(Standing.Kind.MISSING);
        }
        Optional<SpokenMark> mark = SpokenMark.read(file.mark());
        if (mark.isPresent() && mark.get().isOurs(sound)) {
            return Standing.of(isTrue(mark.get(), sound, file) ? Standing.Kind.SPOKEN : Standing.Kind.OUTDATED);
        }
        Optional<RecordingVersion> known = versions.thatSounds(sound, file);
        if (known.isPresent() && known.get().wide().equals(Hash.of(file.pair().wide()))) {
            return new Standing(Standing.Kind.RECORDED, known);
        }
        return locked(() -> recorded(file));
    }

    private boolean isTrue(SpokenMark mark, String sound, SoundFile file) throws IOException {
        return file.text().isEmpty()
                || (mark.sound().equals(sound)
                        && !mark.wide().equals(SpokenMark.NONE)
                        && mark.wide().equals(Hash.of(file.pair().wide()))
                        && mark.text().equals(textHash(file.text().get())));
    }

    private Standing recorded(SoundFile file) throws IOException {
        Optional<RecordingVersion> known = versions.thatSounds(Hash.of(file.wav()), file);
        if (known.isEmpty() && Files.size(file.wav()) > LARGEST) {
            return Standing.of(Standing.Kind.RECORDED);
        }
        RecordingVersion version = known.isPresent() ? known.get() : adopted(file);
        if (!version.wide().equals(Hash.of(file.pair().wide()))) {
            putWide(file, version);
        }
        return new Standing(Standing.Kind.RECORDED, Optional.of(version));
    }

    /** A file that somebody put in place. A 16 kHz file beside it is theirs too, unless it is one we left there. */
    private RecordingVersion adopted(SoundFile file) throws IOException {
        String wide = Hash.of(file.pair().wide());
        boolean wideIsOurs = SpokenMark.read(file.mark())
                        .filter(mark -> mark.wide().equals(wide))
                        .isPresent()
                || versions.of(file).stream().anyMatch(version -> version.wide().equals(wide));
        if (wideIsOurs) {
            Files.deleteIfExists(file.pair().wide());
        }
        Instant since = Files.getLastModifiedTime(file.wav()).toInstant();
        return versions.add(file, file.pair(), since, Files.getOwner(file.wav()).getName(), "by hand");
    }

    /**
     * Keeps a recording as the newest version; the next caller hears it.
     *
     * @param noted told of the version before anybody hears it; nobody does when it throws
     */
    RecordingVersion record(SoundFile file, SoundPair made, String by, String source, Consumer<RecordingVersion> noted)
            throws IOException {
        return locked(() -> {
            keepWhatIsThere(file);
            RecordingVersion version = versions.add(file, made, clock.instant(), by, source);
            noted.accept(version);
            put(file, version);
            return version;
        });
    }

    /** Puts an earlier version in force again. */
    void revert(SoundFile file, RecordingVersion version) throws IOException {
        locked(() -> {
            keepWhatIsThere(file);
            put(file, version);
            return version;
        });
    }

    /**
     * Speaks the text in place of whatever is there; a recording remains among its versions.
     *
     * @throws VoiceFailed when there is no text, no voice, or no room
     */
    void speak(SoundFile file, Duration within) throws VoiceFailed {
        String words =
                file.text().orElseThrow(() -> new VoiceFailed("hotline.xml has no text for it in " + file.language()));
        try {
            PublicFiles.folder(file.folder());
            SoundPair part = SoundPair.in(file.folder(), PublicFiles.nameOfPart(file.mark()));
            try {
                voice.speak(words, file.language(), part, within);
                locked(() -> {
                    boolean ours = keepWhatIsThere(file);
                    String before = ours ? Hash.of(file.wav()) : SpokenMark.NONE;
                    SpokenMark mark =
                            new SpokenMark(textHash(words), Hash.of(part.wav()), Hash.of(part.wide()), before);
                    // The note first: a crash between the two leaves a sound that is still known as ours.
                    PublicFiles.write(String.join("\n", mark.lines()) + "\n", file.mark());
                    PublicFiles.settle(part.wide(), file.pair().wide());
                    PublicFiles.settle(part.wav(), file.wav());
                    return mark;
                });
            } finally {
                part.deleteIfExists();
            }
        } catch (IOException e) {
            throw new VoiceFailed("it cannot be written to " + file.folder() + " (" + e + ")");
        }
    }

    /** Whether the sound that is there is ours, or there is none; anybody else's is among the versions afterwards. */
    private boolean keepWhatIsThere(SoundFile file) throws IOException {
        String sound = Hash.of(file.wav());
        Optional<SpokenMark> mark = SpokenMark.read(file.mark());
        if (sound.equals(Hash.NONE) || (mark.isPresent() && mark.get().isOurs(sound))) {
            return true;
        }
        if (versions.thatSounds(sound, file).isEmpty()) {
            if (Files.size(file.wav()) > LARGEST) {
                throw new IOException(file.wav() + " was put there by hand and is too large to be kept ("
                        + Files.size(file.wav()) / 1_000_000 + " MB): move it away first");
            }
            adopted(file);
        }
        return false;
    }

    private void put(SoundFile file, RecordingVersion version) throws IOException {
        PublicFiles.folder(file.folder());
        // This one first, as the other tells which version is in force: after a crash between the two it is put right.
        putWide(file, version);
        PublicFiles.copy(versions.files(file, version).wav(), file.wav());
    }

    private void putWide(SoundFile file, RecordingVersion version) throws IOException {
        if (version.wide().equals(Hash.NONE)) {
            Files.deleteIfExists(file.pair().wide());
        } else {
            PublicFiles.copy(versions.files(file, version).wide(), file.pair().wide());
        }
    }

    private String textHash(String words) {
        return Hash.of(voice.manner() + "\n" + words);
    }

    private interface Work<T> {
        T done() throws IOException;
    }

    private <T> T locked(Work<T> work) throws IOException {
        PublicFiles.folder(versions.root());
        Path lockFile = versions.root().resolve(".lock");
        synchronized (ONE_OF_THIS_PROCESS) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException(lockFile + " cannot be locked");
                }
                return work.done();
            } catch (NoSuchFileException gone) {
                throw new IOException("there is no file " + gone.getFile(), gone);
            }
        }
    }
}
