package org.infolinia.reports.ledger;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at once, the first in the lowest place. */
final class Words {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;

    private Words() {}

    static long at(byte[] bytes, int index) {
        return (long) WORDS.get(bytes, index);
    }

    static void clear(byte[] bytes, int index) {
        WORDS.set(bytes, index, 0L);
    }

    /** The first {@code length} bytes from the index on, 8 at most; the places above them are 0. */
    static long first(byte[] bytes, int index, int length) {
        long word = at(bytes, index);
        return length >= Long.BYTES ? word : word & (1L << Byte.SIZE * length) - 1;
    }

    /** The high bit of each byte that is zero; exact, unlike the shorter trick, which errs above a zero byte. */
    static long zeroBytes(long word) {
        return ~((word & LOW_BITS) + LOW_BITS | word | LOW_BITS);
    }

    /** Place of the first byte that {@link #zeroBytes} marked; 8 where there is none. */
    static int firstOf(long marks) {
        return Long.numberOfTrailingZeros(marks) >> 3;
    }
}
