package org.infolinia.reports.recordings;

import java.io.IOException;
import java.nio.file.Path;

/** Makes files of another format from WAV files. */
public interface SoundEncoder {

    /** Ending of the files it makes, with its dot. */
    String ending();

    /** @throws IOException when it cannot, in one sentence */
    void encode(Path wav, Path encoded) throws IOException;
}
