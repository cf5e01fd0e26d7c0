package org.infolinia.launcher;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.infolinia.agi.announcements.Announcements;
import org.infolinia.agi.announcements.Preparation;
import org.infolinia.agi.announcements.Silence;
import org.infolinia.agi.announcements.Voice;
import org.infolinia.agi.rendering.AsteriskFiles;
import org.infolinia.agi.voice.EspeakVoice;
import org.infolinia.hotline.Hotline;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import org.infolinia.sidecar.store.AsteriskLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes what Asterisk needs before it starts: its generated files, and a sound for each announcement. */
@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        hidden = true,
        description = "Make Asterisk's generated files and the sounds of all announcements from hotline.xml.")
final class PrepareCommand implements Callable<Integer> {

    /** Two programs at once: announcements are made in seconds and calls in progress keep a processor. */
    private static final int VOICES = 2;

    @Option(names = "--system", required = true, description = "the box's system.xml")
    private Path system = Path.of("system.xml");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Clock clock;
    private final Voice voice;

    PrepareCommand(Clock clock) {
        this(clock, new EspeakVoice());
    }

    PrepareCommand(Clock clock, Voice voice) {
        this.clock = clock;
        this.voice = voice;
    }

    @Override
    public Integer call() throws SystemFile.Unusable, HotlineRefused, IOException {
        SystemFile box = SystemFile.read(system);
        Hotline hotline = HotlineFile.read(box.hotline());
        new GeneratedFiles(box).write(rendered(box, hotline));
        for (Language language : hotline.languages()) {
            quiet(box.sounds().resolve(language.code() + "_now/infolinia/waiting-next.wav"));
        }
        writeTrunks(box);
        box.desk().map(StaffPages::lines).ifPresent(AsteriskLines::prepare);
        Silence.prepare(box.sounds());
        ExecutorService voices = Executors.newFixedThreadPool(VOICES);
        try {
            return spoken(new Announcements(box.sounds(), voice, OwnWords.all(), clock, voices).prepare(hotline));
        } finally {
            voices.shutdown();
        }
    }

    /** What app_queue says to one who need not wait: 20 ms of nothing (see [infolinia-queue] in extensions.conf). */
    private static void quiet(Path wav) throws IOException {
        byte[] samples = new byte[320];
        Files.createDirectories(wav.getParent());
        try (AudioInputStream sound = new AudioInputStream(
                new ByteArrayInputStream(samples), new AudioFormat(8000, 16, 1, true, false), samples.length / 2)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, wav.toFile());
        }
    }

    private void writeTrunks(SystemFile box) throws SystemFile.Unusable, IOException {
        try {
            new GeneratedTrunks(box).write();
        } catch (IllegalArgumentException e) {
            throw new SystemFile.Unusable(system + ": " + e.getMessage(), e);
        }
    }

    private AsteriskFiles rendered(SystemFile box, Hotline hotline) throws SystemFile.Unusable {
        try {
            return new GeneratedFiles(box).of(hotline, clock.instant());
        } catch (IllegalArgumentException e) {
            throw new SystemFile.Unusable(system + " and " + box.hotline() + " make no dialplan: " + e.getMessage(), e);
        }
    }

    private int spoken(Preparation preparation) {
        spec.commandLine()
                .getOut()
                .printf(
                        "announcements: %d recorded, %d spoken before, %d spoken now%n",
                        preparation.recorded(), preparation.ready(), preparation.made());
        preparation.problems().forEach(spec.commandLine().getErr()::println);
        // A sound that cannot be played must not keep the hotline from starting: its callers hear the rest.
        return 0;
    }
}
