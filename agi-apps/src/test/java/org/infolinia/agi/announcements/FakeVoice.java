package org.infolinia.agi.announcements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.infolinia.agi.sound.SoundPair;
import org.infolinia.hotline.Language;

/** Speaks a letter in ten milliseconds, remembers what it spoke, and can lose its voice. */
final class FakeVoice implements Voice {

    final List<String> spoken = new CopyOnWriteArrayList<>();
    volatile boolean hoarse;
    volatile String manner = "plain";

    @Override
    public String manner() {
        return manner;
    }

    @Override
    public void speak(String text, Language language, SoundPair into, Duration within) throws VoiceFailed {
        spoken.add(language + ": " + text);
        if (hoarse) {
            throw new VoiceFailed("no voice: install one");
        }
        write(into.wav(), wavOf(8000, text));
        write(into.wide(), wavOf(16_000, text));
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A wav whose samples are the text's letters, 80 of each. */
    static byte[] wavOf(int rate, String text) {
        int data = text.length() * 160;
        ByteBuffer wav = ByteBuffer.allocate(44 + data).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + data);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(rate * 2);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(data);
        text.chars().forEach(letter -> {
            for (int i = 0; i < 80; i++) {
                wav.putShort((short) letter);
            }
        });
        return wav.array();
    }
}
