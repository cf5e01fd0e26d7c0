package org.infolinia.reports.rows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.infolinia.hotline.calls.CallKind;
import org.infolinia.hotline.calls.Outcome;

/** Rows that come in any order, held as bytes: some 150 a row, so that a month of them fits beside everything else. */
public final class PackedCallRows implements CallRows {

    private static final CallKind[] KINDS = CallKind.values();
    private static final Outcome[] OUTCOMES = Outcome.values();

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final DataOutputStream packing = new DataOutputStream(packed);
    private final List<Packed> rows = new ArrayList<>();

    private record Packed(long arrived, byte[] row) {}

    public void add(CallRow row) {
        try {
            packed.reset();
            packing.writeUTF(row.linkedId());
            packing.writeByte(row.kind().ordinal());
            packing.writeBoolean(row.received());
            packing.writeUTF(row.callerNumber());
            packing.writeUTF(row.dialledNumber());
            packing.writeByte(row.outcome().ordinal());
            packing.writeLong(row.waitSeconds());
            packing.writeLong(row.talkSeconds());
            packing.writeUTF(row.queues());
            packing.writeUTF(row.consultants());
            packing.writeUTF(row.endedBy());
            packing.writeInt(row.rejectedOffers());
            packing.writeInt(row.missedOffers());
            packing.writeInt(row.dumped());
            packing.writeInt(row.hungUpEarly());
            packing.writeInt(row.endedByConsultant());
            rows.add(new Packed(row.arrived().getEpochSecond(), packed.toByteArray()));
        } catch (IOException fault) {
            throw new UncheckedIOException("call " + row.linkedId(), fault);
        }
    }

    @Override
    public void forEach(Consumer<CallRow> each) {
        rows.sort(Comparator.comparingLong(Packed::arrived)
                .thenComparing(packed -> unpack(packed).linkedId()));
        rows.forEach(packed -> each.accept(unpack(packed)));
    }

    private static CallRow unpack(Packed packed) {
        try (DataInputStream row = new DataInputStream(new ByteArrayInputStream(packed.row))) {
            String linkedId = row.readUTF();
            CallKind kind = KINDS[row.readByte()];
            return new CallRow(
                    linkedId,
                    kind,
                    Instant.ofEpochSecond(packed.arrived),
                    row.readBoolean(),
                    row.readUTF(),
                    row.readUTF(),
                    OUTCOMES[row.readByte()],
                    row.readLong(),
                    row.readLong(),
                    row.readUTF(),
                    row.readUTF(),
                    row.readUTF(),
                    row.readInt(),
                    row.readInt(),
                    row.readInt(),
                    row.readInt(),
                    row.readInt());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
