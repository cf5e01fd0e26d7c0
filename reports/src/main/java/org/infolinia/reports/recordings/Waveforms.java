package org.infolinia.reports.recordings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How loud recordings are along their way.
 *
 * <p>A recording is read as a stream, one at a time; what was found of the latest ones asked for is kept.
 */
public final class Waveforms {

    /** So many parts each recording has. */
    public static final int PARTS = 480;

    private static final int KEPT = 256;
    private static final int BUFFER = 64 * 1024;

    private final Map<String, List<Integer>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Integer>> eldest) {
            return size() > KEPT;
        }
    };

    /** The loudest sample of each part, 0 to 100; of a recording that has sound. */
    public synchronized List<Integer> of(WavSound sound) throws IOException {
        String key = sound.recording().name().text() + " " + sound.version();
        List<Integer> peaks = known.get(key);
        if (peaks == null) {
            peaks = read(sound);
            known.put(key, peaks);
        }
        return peaks;
    }

    private static List<Integer> read(WavSound sound) throws IOException {
        long samples = (sound.size() - WavHeader.BYTES) / 2;
        int[] peaks = new int[PARTS];
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel file =
                FileChannel.open(sound.recording().file(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            file.position(WavHeader.BYTES);
            long sample = 0;
            while (sample < samples && file.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.remaining() >= 2 && sample < samples) {
                    int part = (int) (sample * PARTS / samples);
                    peaks[part] = Math.max(peaks[part], Math.abs(buffer.getShort()));
                    sample++;
                }
                buffer.compact();
            }
        }
        return IntStream.of(peaks).mapToObj(Waveforms::shown).toList();
    }

    /** By the square root, so that quiet speech is seen beside loud. */
    private static int shown(int peak) {
        return (int) Math.round(100 * Math.sqrt(Math.min(1, peak / 32767.0)));
    }
}
