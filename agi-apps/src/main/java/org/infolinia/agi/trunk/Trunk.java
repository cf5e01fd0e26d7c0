package org.infolinia.agi.trunk;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.infolinia.hotline.number.PhoneNumber;

/**
 * One operator's SIP trunk.
 *
 * @param name      1 to 30 of {@code a-z 0-9}, beginning with a letter: what logs and health call it
 * @param addresses IP addresses, or ranges of them ({@code 203.0.113.0/28}), from which it brings calls
 * @param numbers   the only numbers that it may bring calls for; none means any
 * @param callerFrom where it tells the caller's number
 * @param maxCalls  how many calls it carries at once, in both directions together
 * @param way       where calls go out and where we register; empty for a trunk that only brings calls
 */
public record Trunk(
        String name,
        List<String> addresses,
        List<PhoneNumber> numbers,
        CallerFrom callerFrom,
        int maxCalls,
        Optional<TrunkServer> way) {

    /** Where the caller's number is told; anonymous in either place means no number. */
    public enum CallerFrom {
        /** The {@code From} header: what the caller's side says. */
        FROM,
        /** {@code P-Asserted-Identity}, or {@code From} where there is none: what the operator vouches for. */
        PAI
    }

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,29}");
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
    /** Ranges of more than 65,536 addresses are no operator's: {@code 0.0.0.0/0} would let in everybody. */
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}(/(1[6-9]|2[0-9]|3[0-2]))?");

    private static final Pattern IPV6 =
            Pattern.compile("(?=.*:.*:)[0-9a-fA-F:]{2,39}(/(3[2-9]|[4-9][0-9]|1[01][0-9]|12[0-8]))?");

    /** @throws IllegalArgumentException when a value is none that a trunk can have; the message names trunk, key, value */
    public Trunk {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "trunk name \"" + Spelled.plainly(name) + "\": 1 to 30 small letters and digits, a letter first");
        }
        addresses = List.copyOf(addresses);
        numbers = List.copyOf(numbers);
        for (String address : addresses) {
            if (!IPV4.matcher(address).matches() && !IPV6.matcher(address).matches()) {
                throw new IllegalArgumentException(trunk(name) + "address \"" + Spelled.plainly(address)
                        + "\": an IP address, or a range of at most 65536 such as 203.0.113.0/28");
            }
        }
        if (maxCalls < 1 || maxCalls > 10_000) {
            throw new IllegalArgumentException(trunk(name) + "maxCalls " + maxCalls + ": 1 to 10000");
        }
        if (addresses.isEmpty() && way.flatMap(TrunkServer::registration).isEmpty()) {
            throw new IllegalArgumentException(trunk(name)
                    + "neither <registration> nor <address>: nobody could tell its calls from a stranger's");
        }
    }

    /**
     * Checks trunks against each other.
     *
     * @throws IllegalArgumentException when two have one name or one address
     */
    public static void requireDistinct(List<Trunk> trunks) {
        Set<String> names = new HashSet<>();
        Set<String> addresses = new HashSet<>();
        for (Trunk trunk : trunks) {
            if (!names.add(trunk.name)) {
                throw new IllegalArgumentException(trunk(trunk.name) + "there are two of this name");
            }
            for (String address : trunk.addresses) {
                if (!addresses.add(address)) {
                    throw new IllegalArgumentException(trunk(trunk.name) + "address \"" + address
                            + "\": another trunk has it too, and its calls could be either's");
                }
            }
        }
    }

    static String trunk(String name) {
        return "trunk \"" + name + "\", ";
    }
}
