package org.infolinia.sidecar.signin;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Codes on paper, for whoever has lost their telephone; each works once. */
final class RecoveryCodes {

    private static final int HOW_MANY = 10;

    private RecoveryCodes() {}

    static List<String> made() {
        return Stream.generate(FirstPassword::made).limit(HOW_MANY).toList();
    }

    /** As they are kept; however they were typed. A fast hash is enough: they are random, 59 bits each. */
    static String hash(String code) {
        String plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return HexFormat.of().formatHex(Sha256.of(("recovery " + plain).getBytes(StandardCharsets.UTF_8)));
    }
}
