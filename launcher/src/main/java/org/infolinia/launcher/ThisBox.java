package org.infolinia.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.infolinia.agi.announcements.Prompt;
import org.infolinia.agi.announcements.PromptLibrary;
import org.infolinia.agi.announcements.PromptState;
import org.infolinia.agi.voice.EspeakVoice;
import org.infolinia.agi.voice.FfmpegDecoder;
import org.infolinia.hotline.Language;
import org.infolinia.hotline.xml.OnTheBox;

/** What a hotline.xml relies on, as it is on the box whose system.xml is at hand. */
final class ThisBox implements OnTheBox {

    /** Written by {@code ./infolinia up}, beside the folder of our files; a box of somebody else's making has none. */
    private static final String TELEPHONES = "../../pjsip-consultants.conf";

    private static final Pattern TELEPHONE = Pattern.compile("(?m)^\\[([A-Za-z0-9_-]{1,60})]\\(consultant\\)");

    private final SystemFile box;
    private final PromptLibrary prompts;

    private ThisBox(SystemFile box, Clock clock) {
        this.box = box;
        this.prompts = new PromptLibrary(box.sounds(), new EspeakVoice(), new FfmpegDecoder(), OwnWords.all(), clock);
    }

    /**
     * The box that this system.xml describes; nothing is known where there is none.
     *
     * @throws SystemFile.Unusable when there is one, but it makes no sense
     */
    static OnTheBox of(Path system, Clock clock) throws SystemFile.Unusable {
        return Files.exists(system) ? of(SystemFile.read(system), clock) : OnTheBox.UNKNOWN;
    }

    static OnTheBox of(SystemFile box, Clock clock) {
        return new ThisBox(box, clock);
    }

    @Override
    public boolean isRecorded(String announcement, Language language) {
        Prompt prompt = new Prompt(Optional.empty(), announcement, "infolinia/" + announcement, language, "");
        try {
            PromptState.Kind kind = prompts.state(prompt).kind();
            return kind == PromptState.Kind.RECORDED || kind == PromptState.Kind.STALE;
        } catch (IOException e) {
            throw new UncheckedIOException("looking for a recording of " + announcement, e);
        }
    }

    @Override
    public Optional<Set<String>> consultants() {
        Path file = box.generated().resolve(TELEPHONES).normalize();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(TELEPHONE
                    .matcher(Files.readString(file))
                    .results()
                    .map((MatchResult section) -> section.group(1))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading which telephones there are", e);
        }
    }
}
