package org.infolinia.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * One INVITE of somebody who means harm; every character stands for one byte.
 *
 * @param dialled user part of the address that is called, escaped as it goes out
 * @param name    the caller's display name, with its quotes
 * @param number  user part of the caller's own address, escaped as it goes out
 * @param further further header lines, each with its line end
 */
record HostileInvite(String dialled, String name, String number, String further) {

    /** What would show that something of a caller's was run or believed: it must not be seen anywhere. */
    static final String MARK = "Forged";

    private static final String OPEN_THEN = "X-Infolinia-At: " + Instance.OPEN.getEpochSecond() + "\r\n";

    /** What has a meaning to the dialplan, AGI, AMI, the logs, CSV, SQL, a shell, a spreadsheet. */
    private static final List<String> NASTY = List.of(
            "${SHELL(touch @CANARY@)}",
            "${FILE(/etc/passwd,0,99)}",
            "${SET(INFOLINIA_CANARY=1)}",
            "${SET(GLOBAL(INFOLINIA_CANARY)=1)}",
            "$[1+1]${EXTEN}",
            ")}${SHELL(touch @CANARY@)}",
            "),Set(GLOBAL(INFOLINIA_CANARY)=1",
            "1,INFOLINIA_CANARY=1",
            "\",INFOLINIA_DONE=x,INFOLINIA_CANARY=1,\"",
            "\r\nForged: yes",
            "\nForged: yes\n",
            "\r\n\r\nEvent: Forged\r\nForged: yes\r\n\r\n",
            "\n1795560000|Forged.1|nis2|NONE|ENTERQUEUE||1|1",
            "|nis2|NONE|ABANDON|1|1|1",
            "\n\"infolinia-in\",\"Forged\",\"s\"",
            "\"\"\",\"Forged\",\"",
            "\n[2026-11-24T10:00:00+0000] ERROR[1] Forged",
            "\nagi_network_script: Forged\nagi_arg_1: x\n\n",
            "'; DROP TABLE Forged; --",
            "=cmd|' /C calc'!A0",
            "`touch @CANARY@`;$(touch @CANARY@)|touch @CANARY@&",
            "../../../../etc/passwd",
            "%s%s%n%n%x",
            "\0\0Forged",
            "\u001b[2JForged\u0007",
            "\u00c3\u0028\u00a0\u00ff\u00fe\u00ed\u00a0\u0080\u00f4\u0090\u0080\u0080",
            "\u00c0\u008a\u00c0\u008dForged",
            "<script>alert('Forged')</script>",
            ";user=phone;Forged=1",
            "&nis2&ogolna",
            "anna",
            "*10",
            "s",
            "h",
            "T",
            "i");

    /**
     * The cases in order: each byte value in the number, in the name, in the number dialled; then nasty words, alone,
     * joined, escaped, raw, folded, up to 10 kB long.
     *
     * @param seed   makes them repeatable
     * @param canary path of a file that appears where a command of theirs was run
     */
    static HostileInvite at(int index, long seed, String canary) {
        Random random = new Random(seed * 1_000_003 + index);
        if (index < 256) {
            return new HostileInvite("221000100", "\"caller\"", "60" + escaped((char) index + "7"), OPEN_THEN);
        }
        if (index < 512) {
            return new HostileInvite("221000100", "\"a" + (char) (index - 256) + "b\"", "600", OPEN_THEN);
        }
        if (index < 768) {
            return new HostileInvite("22" + escaped((char) (index - 512) + "1"), "\"caller\"", "600", OPEN_THEN);
        }
        String dialled = word(random, canary);
        String name = word(random, canary);
        String number = word(random, canary);
        return new HostileInvite(
                random.nextInt(3) == 0 ? "221000100" : inAddress(random, dialled),
                inQuotes(random, name),
                inAddress(random, number),
                further(random, canary));
    }

    private static String word(Random random, String canary) {
        StringBuilder word = new StringBuilder();
        int parts = 1 + random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            word.append(
                    switch (random.nextInt(8)) {
                        case 0 -> "600" + random.nextInt(1_000_000);
                        case 1 -> bytes(random, 1 + random.nextInt(40));
                        case 2 -> random.nextInt(20) == 0 ? "a".repeat(10_000) : "+48";
                        default -> NASTY.get(random.nextInt(NASTY.size()));
                    });
        }
        return word.toString().replace("@CANARY@", canary);
    }

    private static String bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** As a rule such that SIP can read it, since what it cannot read goes no further; sometimes as it is. */
    private static String inAddress(Random random, String word) {
        return random.nextInt(12) == 0 ? word : escaped(word);
    }

    private static String inQuotes(Random random, String word) {
        return switch (random.nextInt(8)) {
            case 0 -> "\"" + word + "\"";
            case 1 -> word;
            case 2 -> "\"" + quotable(word).replace(" ", "\r\n ") + "\"";
            default -> "\"" + quotable(word) + "\"";
        };
    }

    private static String quotable(String word) {
        return word.replace("\r", "")
                .replace("\n", "%0a")
                .replace("\0", "")
                .replace("\\", "\\\\")
                .replace("\"", "\\\"");
    }

    private static String further(Random random, String canary) {
        String word = word(random, canary);
        return switch (random.nextInt(6)) {
            case 0 ->
                OPEN_THEN + "P-Asserted-Identity: " + inQuotes(random, word) + " <sip:" + escaped(word)
                        + "@example.org>\r\n";
            case 1 ->
                OPEN_THEN + "Diversion: " + inQuotes(random, word) + " <sip:" + escaped(word)
                        + "@example.org>;reason=unconditional\r\n";
            case 2 ->
                OPEN_THEN + "Remote-Party-ID: " + inQuotes(random, word) + " <sip:" + escaped(word)
                        + "@example.org>;party=calling\r\n";
            case 3 -> "X-Infolinia-At: " + word.replace("\r", "").replace("\n", "") + "\r\n";
            default -> OPEN_THEN;
        };
    }

    /** Letters and digits as they are, all else by percent signs, which SIP turns back into the byte itself. */
    private static String escaped(String word) {
        StringBuilder escaped = new StringBuilder();
        for (char c : word.toCharArray()) {
            if (c < 128 && Character.isLetterOrDigit(c)) {
                escaped.append(c);
            } else {
                escaped.append(String.format("%%%02x", (int) c));
            }
        }
        return escaped.toString();
    }
}
