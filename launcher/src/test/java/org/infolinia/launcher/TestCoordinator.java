package org.infolinia.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.infolinia.agi.announcements.PromptLibrary;
import org.infolinia.agi.voice.FfmpegDecoder;
import org.infolinia.hotline.editing.HotlineEditing;
import org.infolinia.hotline.inforce.HotlinesInForce;
import org.infolinia.hotline.xml.HotlineFile;
import org.infolinia.hotline.xml.HotlineRefused;
import org.infolinia.hotline.xml.OnTheBox;

/** The coordinator's part of a site: the demonstration's hotline.xml, copied into a folder where nobody watches it. */
final class TestCoordinator {

    private TestCoordinator() {}

    static Coordinator in(Path folder, Clock clock) {
        try {
            Path file = folder.resolve("hotline.xml");
            if (!Files.exists(file)) {
                Files.copy(Path.of("../dialplan/hotline.xml"), file);
            }
            HotlinesInForce inForce = new HotlinesInForce(HotlineFile.edition(file));
            return new Coordinator(
                    inForce,
                    new HotlineEditing(file, inForce, OnTheBox.UNKNOWN, hotline -> {}),
                    Optional::empty,
                    new PromptLibrary(
                            folder.resolve("sounds"), new Murmur(), new FfmpegDecoder(), OwnWords.all(), clock));
        } catch (IOException e) {
            throw new UncheckedIOException("copying the demonstration's hotline.xml", e);
        } catch (HotlineRefused e) {
            throw new IllegalStateException("the demonstration's hotline.xml", e);
        }
    }
}
