package org.infolinia.sidecar.signin;

import java.util.Arrays;

/** RFC 4648's Base32 without padding, as authenticator programs read secrets. */
final class Base32 {

    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte one : bytes) {
            buffer = (buffer << 8 | one & 0xff) & 0xfff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(SIGNS.charAt(buffer >> bits & 31));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(SIGNS.charAt(buffer << 5 - bits & 31)).toString();
    }

    /** @throws IllegalArgumentException when it is none */
    static byte[] read(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        int read = 0;
        int buffer = 0;
        int bits = 0;
        for (char sign : text.toCharArray()) {
            int value = SIGNS.indexOf(sign);
            if (value < 0) {
                throw new IllegalArgumentException("no Base32");
            }
            buffer = (buffer << 5 | value) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[read++] = (byte) (buffer >> bits);
            }
        }
        return Arrays.copyOf(bytes, read);
    }
}
