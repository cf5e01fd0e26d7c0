package org.infolinia.sidecar.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** By what an address is counted: of IPv6 its network, since whoever has one address there has 2^64. */
final class CountedAddress {

    private static final int NETWORK_BYTES = 8;

    private CountedAddress() {}

    /** @param address as the listener shows it: no name, IPv6 perhaps in brackets */
    static String of(String address) {
        String bare = address.replaceAll("[\\[\\]]|%.*", "");
        if (!bare.contains(":")) {
            return address;
        }
        try {
            InetAddress known = InetAddress.getByName(bare);
            byte[] bytes = known.getAddress();
            return bytes.length == 4
                    ? known.getHostAddress()
                    : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "/64";
        } catch (UnknownHostException none) {
            return address;
        }
    }
}
