package org.infolinia.reports.pages;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.infolinia.reports.recordings.Pause;
import org.infolinia.reports.recordings.Recording;

/**
 * A recording's picture: 100 high, as wide as the waveform has parts.
 *
 * @param width  of the picture
 * @param path   of an SVG path: a bar for each part
 * @param pauses what was left out, in order
 */
public record Drawing(int width, String path, List<Gap> pauses) {

    private static final int MIDDLE = 50;
    private static final double TALLEST = 0.48;

    /** A pause: where it is in the picture, and from when to when in words. */
    public record Gap(String x, String width, String from, String to) {}

    static Drawing of(List<Integer> peaks, Recording recording) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < peaks.size(); i++) {
            double height = Math.max(1, peaks.get(i) * TALLEST);
            path.append(String.format(Locale.ROOT, "M%d.5 %.1fV%.1f", i, MIDDLE - height, MIDDLE + height));
        }
        return new Drawing(
                peaks.size(),
                path.toString(),
                recording.pauses().stream()
                        .map(pause -> gap(pause, recording.length(), peaks.size()))
                        .toList());
    }

    /** One that nobody ended goes to the next sound; where that is, nobody wrote down. */
    private static Gap gap(Pause pause, Duration length, int width) {
        Duration end = pause.to().orElse(length);
        double x = place(pause.from(), length, width);
        return new Gap(
                number(x),
                number(Math.max(1, place(end, length, width) - x)),
                RecordingWords.length(pause.from()),
                pause.to().map(RecordingWords::length).orElse(""));
    }

    private static double place(Duration at, Duration length, int width) {
        return width * Math.min(1.0, (double) at.toMillis() / Math.max(1, length.toMillis()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
