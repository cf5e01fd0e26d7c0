package org.infolinia.reports.recordings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.infolinia.hotline.QueueName;
import org.infolinia.hotline.calls.CallKind;
import org.infolinia.hotline.calls.Conversation;
import org.infolinia.hotline.calls.FinishedCall;
import org.infolinia.hotline.calls.FinishedCalls;
import org.infolinia.hotline.calls.Outcome;
import org.infolinia.hotline.calls.PastCall;
import org.infolinia.hotline.recording.RecordingAccess;
import org.infolinia.hotline.recording.RecordingBook;
import org.infolinia.hotline.recording.RecordingDeletion;

/** A folder as the dialplan fills it, with the calls and the book that belong to it. */
final class RecordedFiles implements FinishedCalls, RecordingBook {

    final Path folder;
    final List<FinishedCall> calls = new ArrayList<>();
    final List<String> accesses = new ArrayList<>();
    final List<RecordingDeletion> decided = new ArrayList<>();
    final Set<String> unfinished = new LinkedHashSet<>();
    boolean full;

    RecordedFiles(Path folder) {
        this.folder = folder;
    }

    /** A recording as Asterisk leaves it, last written at its end. */
    Path recording(String name, int seconds) {
        return file(name, seconds, seconds * 16000L);
    }

    /** A recording whose header says another length than it has. */
    Path file(String name, int seconds, long headerBytes) {
        try {
            String day = name.substring(0, 4) + "-" + name.substring(4, 6) + "-" + name.substring(6, 8);
            Path file = Files.createDirectories(folder.resolve(day)).resolve(name + ".wav");
            byte[] sound = new byte[WavHeader.BYTES + seconds * 16000];
            System.arraycopy(new WavHeader(8000, 0).with(headerBytes), 0, sound, 0, WavHeader.BYTES);
            Files.write(file, sound);
            Instant began = RecordingName.parse(name).orElseThrow().began();
            Files.setLastModifiedTime(file, FileTime.from(began.plusSeconds(seconds)));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void declined(String name) {
        try {
            Files.createFile(
                    Files.createDirectories(folder.resolve("unrecorded")).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void call(String linkedId, String legId, String began, int talkSeconds) {
        calls.add(new FinishedCall(
                linkedId,
                CallKind.INBOUND,
                Instant.parse(began).minusSeconds(30),
                true,
                Optional.empty(),
                Optional.empty(),
                Outcome.ANSWERED,
                Duration.ofSeconds(30),
                List.of(),
                List.of(new Conversation(
                        Optional.of(new QueueName("nis2")),
                        "anna",
                        linkedId,
                        Optional.of(legId),
                        Instant.parse(began),
                        Optional.of(Duration.ofSeconds(talkSeconds)),
                        Conversation.EndedBy.CALLER)),
                List.of()));
    }

    @Override
    public void keep(FinishedCall call) {
        calls.add(call);
    }

    @Override
    public void arrivedBetween(Instant from, Instant to, Consumer<FinishedCall> each) {
        calls.stream()
                .filter(call -> !call.arrived().isBefore(from) && call.arrived().isBefore(to))
                .forEach(each);
    }

    @Override
    public Optional<FinishedCall> byLinkedId(String linkedId) {
        return calls.stream().filter(call -> call.linkedId().equals(linkedId)).findFirst();
    }

    @Override
    public List<Duration> recentWaits(QueueName queue, Instant since, int most) {
        return List.of();
    }

    @Override
    public List<PastCall> latestWith(String number, int most) {
        return List.of();
    }

    @Override
    public void accessed(RecordingAccess access) {
        if (full) {
            throw new IllegalStateException("the database is away");
        }
        accesses.add(access.who() + " " + access.how() + " " + access.name());
    }

    @Override
    public List<RecordingAccess> accesses(String name, int most) {
        throw new AssertionError("nobody asks who got a recording");
    }

    @Override
    public void deleting(RecordingDeletion deletion) {
        if (full) {
            throw new IllegalStateException("the database is away");
        }
        decided.add(deletion);
        unfinished.add(deletion.name());
    }

    @Override
    public void deleted(String name, Instant when) {
        unfinished.remove(name);
    }

    @Override
    public List<String> unfinishedDeletions() {
        return List.copyOf(unfinished);
    }
}
