package org.infolinia.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.infolinia.agi.announcements.Voice;
import org.infolinia.agi.sound.SoundPair;
import org.infolinia.hotline.Language;

/** A tenth of a second of silence for every text. */
final class Murmur implements Voice {

    @Override
    public String manner() {
        return "murmur";
    }

    @Override
    public void speak(String text, Language language, SoundPair into, Duration within) {
        try {
            Files.write(into.wav(), silence());
            Files.write(into.wide(), silence());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] silence() {
        int data = 1600;
        ByteBuffer wav = ByteBuffer.allocate(44 + data).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + data);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16000);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(data);
        return wav.array();
    }
}
