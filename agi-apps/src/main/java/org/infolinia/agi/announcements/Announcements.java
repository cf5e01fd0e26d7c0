package org.infolinia.agi.announcements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.infolinia.agi.sound.WavFile;
import org.infolinia.hotline.Announcement;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a sound on disk for every announcement, so that callers hear something even where nobody recorded it. */
public final class Announcements {

    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);

    /** How long one sound may take when a hotline is loaded; a long text takes a second or two. */
    private static final Duration AT_LOAD = Duration.ofSeconds(30);

    /** How long a caller waits in silence for all that is missing; below the margin of the dead man's handle. */
    private static final Duration IN_CALL = Duration.ofSeconds(3);

    private static final Duration BETWEEN_ALERTS = Duration.ofMinutes(1);

    private final SoundStore store;
    private final BuiltInSounds builtIn;
    private final Clock clock;
    private final Executor speaking;
    private final Map<Path, Measured> lengths = new ConcurrentHashMap<>();
    private final Map<Path, Instant> alerts = new ConcurrentHashMap<>();
    private final Map<Path, Instant> failures = new ConcurrentHashMap<>();
    private final Map<Path, CompletableFuture<Void>> beingMade = new ConcurrentHashMap<>();

    private record Measured(FileTime changed, long size, Duration length) {}

    /**
     * @param sounds   Asterisk's folder of sounds, the one that holds a folder per language
     * @param builtIn  what the program says besides, in the hotline's languages
     * @param speaking where sounds are made; its threads bound how many programs run at once, 2 are enough
     */
    public Announcements(Path sounds, Voice voice, BuiltInSounds builtIn, Clock clock, Executor speaking) {
        this.store = new SoundStore(sounds, voice, clock);
        this.builtIn = builtIn;
        this.clock = clock;
        this.speaking = speaking;
    }

    /** Makes every sound that is missing or no longer says what the hotline does; returns when all is done. */
    public Preparation prepare(Hotline hotline) {
        List<CompletableFuture<Prepared>> all = filesOf(hotline)
                .map(file -> CompletableFuture.supplyAsync(() -> prepare(file), speaking))
                .toList();
        Map<Standing.Kind, Integer> counts = new EnumMap<>(Standing.Kind.class);
        List<String> problems = new ArrayList<>();
        for (CompletableFuture<Prepared> one : all) {
            Prepared prepared = one.join();
            prepared.problem().ifPresentOrElse(problems::add, () -> counts.merge(prepared.found(), 1, Integer::sum));
        }
        problems.sort(null);
        return new Preparation(
                counts.getOrDefault(Standing.Kind.RECORDED, 0),
                counts.getOrDefault(Standing.Kind.SPOKEN, 0),
                counts.getOrDefault(Standing.Kind.OUTDATED, 0) + counts.getOrDefault(Standing.Kind.MISSING, 0),
                problems);
    }

    private Stream<SoundFile> filesOf(Hotline hotline) {
        Stream<SoundFile> announcements = hotline.announcements().values().stream()
                .flatMap(announcement -> hotline.languages().stream()
                        .map(language -> store.file(
                                nameOf(announcement.id()),
                                language,
                                announcement.text().in(language))));
        Stream<SoundFile> ours = builtIn.texts().entrySet().stream()
                .filter(sound -> !isAnnouncement(sound.getKey(), hotline))
                .flatMap(sound -> hotline.languages().stream()
                        .filter(language -> sound.getValue().in(language).isPresent())
                        .map(language -> store.file(
                                sound.getKey(), language, sound.getValue().in(language))));
        return Stream.concat(announcements, ours);
    }

    /** What hotline.xml says itself goes before what we brought along for it. */
    private static boolean isAnnouncement(String name, Hotline hotline) {
        return hotline.announcements().keySet().stream()
                .anyMatch(id -> nameOf(id).equals(name));
    }

    private static String nameOf(String announcement) {
        return "infolinia/" + announcement;
    }

    private record Prepared(Standing.Kind found, Optional<String> problem) {}

    private Prepared prepare(SoundFile file) {
        Standing.Kind found = Standing.Kind.MISSING;
        try {
            found = store.standing(file).kind();
            if (found == Standing.Kind.MISSING || found == Standing.Kind.OUTDATED) {
                store.speak(file, AT_LOAD);
            }
            WavFile.length(file.wav());
            return new Prepared(found, Optional.empty());
        } catch (VoiceFailed | IOException | WavFile.NotPlayable e) {
            return new Prepared(found, Optional.of("sound " + file.wav() + ": " + e.getMessage()));
        }
    }

    /** The sounds of that hotline's announcements, with their texts at hand for what turns out to be missing. */
    public Sounds soundsOf(Hotline hotline) {
        return (ids, language) -> {
            List<SoundFile> files = ids.stream()
                    .map(id -> store.file(nameOf(id), language, text(id, language, hotline)))
                    .toList();
            return find(files);
        };
    }

    private Optional<String> text(String id, Language language, Hotline hotline) {
        return Optional.ofNullable(hotline.announcements().get(id))
                .map(Announcement::text)
                .or(() -> Optional.ofNullable(builtIn.texts().get(nameOf(id))))
                .flatMap(texts -> texts.in(language));
    }

    private List<Sound> find(List<SoundFile> files) {
        List<Sound> found = playable(files);
        if (found.size() == files.size()) {
            return found;
        }
        await(files.stream()
                .filter(file -> length(file).isEmpty())
                .map(this::substitute)
                .toArray(CompletableFuture<?>[]::new));
        return playable(files);
    }

    private List<Sound> playable(List<SoundFile> files) {
        return files.stream()
                .flatMap(file -> length(file).map(length -> new Sound(file.name(), length)).stream())
                .toList();
    }

    /** Empty when Asterisk could not play it, for whatever reason. */
    private Optional<Duration> length(SoundFile file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file.wav(), BasicFileAttributes.class);
            Measured known = lengths.get(file.wav());
            if (known == null || !known.changed().equals(now.lastModifiedTime()) || known.size() != now.size()) {
                known = new Measured(now.lastModifiedTime(), now.size(), WavFile.length(file.wav()));
                lengths.put(file.wav(), known);
                lookAt(file);
            }
            return Optional.of(known.length());
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException | WavFile.NotPlayable e) {
            alert(file, "callers do not hear it: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** A sound that is new to us may have been put there by hand: it is taken among the versions before it is lost. */
    private void lookAt(SoundFile file) {
        try {
            speaking.execute(() -> {
                try {
                    store.standing(file);
                } catch (IOException e) {
                    LOG.error("sound {}: cannot be kept among its versions: {}", file.wav(), e.getMessage());
                }
            });
        } catch (RejectedExecutionException stopping) {
            LOG.debug("sound {}: looked at when the program starts again", file.wav());
        }
    }

    /** Starts the making of a substitute, once for all callers who miss it; done at once where there can be none. */
    private CompletableFuture<Void> substitute(SoundFile file) {
        // Somebody's recording that cannot be played is still theirs; and what just failed would fail again.
        if (Files.exists(file.wav()) || isRecent(failures.get(file.wav()))) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> made = new CompletableFuture<>();
        CompletableFuture<Void> already = beingMade.putIfAbsent(file.wav(), made);
        if (already != null) {
            return already;
        }
        alert(file, "it is missing, a spoken substitute takes its place: put the recording back, or leave it so");
        try {
            speaking.execute(() -> {
                try {
                    store.speak(file, IN_CALL);
                } catch (VoiceFailed e) {
                    failures.put(file.wav(), clock.instant());
                    LOG.error("sound {}: no substitute, callers go without it: {}", file.wav(), e.getMessage());
                } finally {
                    beingMade.remove(file.wav());
                    made.complete(null);
                }
            });
        } catch (RejectedExecutionException stopping) {
            beingMade.remove(file.wav());
            made.complete(null);
        }
        return made;
    }

    private static void await(CompletableFuture<?>[] substitutes) {
        try {
            CompletableFuture.allOf(substitutes).get(IN_CALL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            LOG.error("a spoken substitute took longer than {} s, a caller goes without it", IN_CALL.toSeconds());
        } catch (ExecutionException e) {
            throw new IllegalStateException("substitutes complete without a value or a fault", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void alert(SoundFile file, String sentence) {
        Path wav = file.wav();
        Instant now = clock.instant();
        Instant last = alerts.get(wav);
        // Of several callers at once, the one whose entry stands says it.
        if (last == null ? alerts.putIfAbsent(wav, now) == null : !isRecent(last) && alerts.replace(wav, last, now)) {
            LOG.error("sound {}: {}", wav, sentence);
        }
    }

    private boolean isRecent(@Nullable Instant moment) {
        return moment != null && clock.instant().isBefore(moment.plus(BETWEEN_ALERTS));
    }
}
