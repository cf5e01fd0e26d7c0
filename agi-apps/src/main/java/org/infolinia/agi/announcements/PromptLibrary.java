package org.infolinia.agi.announcements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.infolinia.agi.sound.RecordingCheck;
import org.infolinia.agi.sound.RecordingRefused;
import org.infolinia.agi.sound.SoundPair;
import org.infolinia.agi.sound.WavFile;
import org.infolinia.hotline.Announcement;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;

/**
 * The recordings of announcements: which there are, new ones, earlier ones.
 *
 * <p>Works beside running services, from several programs at once: the next caller hears what was changed. Nothing is ever
 * deleted.
 */
public final class PromptLibrary {

    /** How long the voice may take when somebody asks to hear it in place of a recording. */
    private static final Duration SPEAKING = Duration.ofSeconds(30);

    private final SoundStore store;
    private final SoundDecoder decoder;
    private final BuiltInSounds builtIn;

    /** @param sounds Asterisk's folder of sounds, the one that holds a folder per language */
    public PromptLibrary(Path sounds, Voice voice, SoundDecoder decoder, BuiltInSounds builtIn, Clock clock) {
        this.store = new SoundStore(sounds, voice, clock);
        this.decoder = decoder;
        this.builtIn = builtIn;
    }

    /** All there is to be recorded: the hotline's announcements by number, then the program's own words by name. */
    public List<Prompt> prompts(Hotline hotline) {
        List<Prompt> prompts = new ArrayList<>();
        int number = 0;
        for (Announcement announcement : hotline.announcements().values()) {
            number++;
            for (Language language : hotline.languages()) {
                Optional<Integer> numbered = Optional.of(number);
                announcement
                        .text()
                        .in(language)
                        .ifPresent(text -> prompts.add(new Prompt(
                                numbered, announcement.id(), "infolinia/" + announcement.id(), language, text)));
            }
        }
        new TreeMap<>(builtIn.texts())
                .forEach((name, texts) -> hotline.languages()
                        .forEach(language -> texts.in(language)
                                .filter(text -> prompts.stream()
                                        .noneMatch(prompt -> prompt.name().equals(name)))
                                .ifPresent(text ->
                                        prompts.add(new Prompt(Optional.empty(), name, name, language, text)))));
        return prompts;
    }

    /**
     * One of them.
     *
     * @param idOrNumber what {@link Prompt#id} or {@link Prompt#number} says
     */
    public Optional<Prompt> find(Hotline hotline, String idOrNumber, Language language) {
        return prompts(hotline).stream()
                .filter(prompt -> prompt.language().equals(language))
                .filter(prompt -> prompt.id().equals(idOrNumber)
                        || prompt.number().map(Object::toString).equals(Optional.of(idOrNumber)))
                .findFirst();
    }

    /** What callers hear there now. A recording that somebody put in place by hand is among the versions afterwards. */
    public PromptState state(Prompt prompt) throws IOException {
        SoundFile file = file(prompt);
        Standing standing = store.standing(file);
        Optional<RecordingVersion> recording = standing.recording();
        return new PromptState(
                prompt,
                kind(standing, prompt),
                recording.map(RecordingVersion::number),
                length(file.wav()),
                recording.isPresent() ? recording.map(RecordingVersion::at) : changed(file.wav()),
                recording.map(RecordingVersion::by));
    }

    private static PromptState.Kind kind(Standing standing, Prompt prompt) {
        return switch (standing.kind()) {
            case MISSING -> PromptState.Kind.MISSING;
            case SPOKEN, OUTDATED -> PromptState.Kind.SYNTHETIC;
            case RECORDED ->
                standing.recording()
                                .filter(version -> !version.says(prompt.text()))
                                .isPresent()
                        ? PromptState.Kind.STALE
                        : PromptState.Kind.RECORDED;
        };
    }

    /** Every recording there ever was, in the order of their numbers. */
    public List<RecordingVersion> versions(Prompt prompt) throws IOException {
        return store.versions(file(prompt));
    }

    /**
     * Makes of a file what callers would hear, without letting them: one loudness, no silence at its ends.
     *
     * @param made where to
     * @throws RecordingRefused when callers are not to hear it; says why, and what to do
     * @throws IOException      when it cannot be read or written
     */
    public void finish(Path file, SoundPair made) throws RecordingRefused, IOException {
        SoundDecoder.Decoded decoded = decoder.decode(file);
        Optional<RecordingRefused> refusal = RecordingCheck.refusal(decoded.original());
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        made.write(decoded.narrow(), decoded.wide());
    }

    /**
     * Puts a finished recording in force, as a new version.
     *
     * @param made   by {@link #finish}
     * @param by     who brings it
     * @param source where it comes from, in a few words
     */
    public RecordingVersion keep(Prompt prompt, SoundPair made, String by, String source) throws IOException {
        return store.record(file(prompt), made, plain(by), plain(source), version -> {});
    }

    /**
     * Takes a file in, as a new version.
     *
     * @param file   wav, mp3, ogg, flac or m4a
     * @param source where it comes from, in a few words
     * @param noted  told of the version before anybody hears it; nobody does when it throws
     * @throws RecordingRefused when callers are not to hear it; nothing has changed then
     */
    public RecordingVersion take(Prompt prompt, Path file, String by, String source, Consumer<RecordingVersion> noted)
            throws RecordingRefused, IOException {
        Path folder = Files.createTempDirectory("infolinia-prompt");
        SoundPair made = SoundPair.in(folder, "made");
        try {
            finish(file, made);
            return store.record(file(prompt), made, plain(by), plain(source), noted);
        } finally {
            made.deleteIfExists();
            Files.deleteIfExists(folder);
        }
    }

    /** The same, of a file whose name tells where it comes from. */
    public RecordingVersion take(Prompt prompt, Path file, String by) throws RecordingRefused, IOException {
        return take(prompt, file, by, String.valueOf(file.getFileName()), version -> {});
    }

    /**
     * Puts an earlier version in force again.
     *
     * @return empty when there is no such version
     */
    public Optional<RecordingVersion> revert(Prompt prompt, int number) throws IOException {
        Optional<RecordingVersion> version = version(prompt, number);
        if (version.isPresent()) {
            if (version.get().length().isZero()) {
                throw new IOException("version " + number + " was put in place by hand and Asterisk cannot play it:"
                        + " export it, then import it");
            }
            store.revert(file(prompt), version.get());
        }
        return version;
    }

    /** Has the text spoken again, in place of a recording, which remains among the versions. */
    public void revertToVoice(Prompt prompt) throws VoiceFailed {
        store.speak(file(prompt), SPEAKING);
    }

    /** The files of a version; empty when there is none of that number. */
    public Optional<SoundPair> files(Prompt prompt, int number) throws IOException {
        return version(prompt, number).map(version -> store.files(file(prompt), version));
    }

    /** The files that callers hear now. */
    public SoundPair files(Prompt prompt) {
        return file(prompt).pair();
    }

    private Optional<RecordingVersion> version(Prompt prompt, int number) throws IOException {
        return versions(prompt).stream().filter(one -> one.number() == number).findFirst();
    }

    private SoundFile file(Prompt prompt) {
        return store.file(prompt.name(), prompt.language(), Optional.of(prompt.text()));
    }

    private static Optional<Duration> length(Path wav) throws IOException {
        try {
            return Files.exists(wav) ? Optional.of(WavFile.length(wav)) : Optional.empty();
        } catch (WavFile.NotPlayable notHeard) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> changed(Path wav) throws IOException {
        return Files.exists(wav) ? Optional.of(Files.getLastModifiedTime(wav).toInstant()) : Optional.empty();
    }

    /** Names of people and files go into lists and logs: a line each, not endless. */
    private static String plain(String words) {
        String line = words.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > 100 ? line.substring(0, 100) : line;
    }
}
