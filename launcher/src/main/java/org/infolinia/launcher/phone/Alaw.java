package org.infolinia.launcher.phone;

/** ITU-T G.711 A-law, the coding of the public telephone network in Europe. */
public final class Alaw {

    private static final int SIGN = 0x80;
    private static final int EVEN_BITS = 0x55;

    private Alaw() {}

    /** @param sample linear, 16 bit */
    public static byte encode(int sample) {
        int sign = sample >= 0 ? SIGN : 0;
        int magnitude = Math.min(sample >= 0 ? sample : -sample - 1, 32767) >> 3;
        int exponent = Math.max(0, 31 - Integer.numberOfLeadingZeros(Math.max(1, magnitude >> 4)));
        int coded = exponent == 0 ? magnitude >> 1 : ((exponent) << 4) | ((magnitude >> exponent) & 0x0f);
        return (byte) ((sign | coded) ^ EVEN_BITS);
    }

    /** @return linear, 16 bit */
    public static int decode(byte coded) {
        int plain = (coded & 0xff) ^ EVEN_BITS;
        int exponent = (plain >> 4) & 0x07;
        int mantissa = plain & 0x0f;
        int magnitude = exponent == 0 ? (mantissa << 4) + 8 : ((mantissa << 4) + 0x108) << (exponent - 1);
        return (plain & SIGN) != 0 ? magnitude : -magnitude;
    }
}
