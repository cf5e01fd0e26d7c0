package org.infolinia.sidecar.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CountedAddressTest {

    @Test
    void anAddressOfIpv4CountsForItself() {
        assertThat(CountedAddress.of("198.51.100.7")).isEqualTo("198.51.100.7");
        assertThat(CountedAddress.of("[::ffff:198.51.100.7]")).isEqualTo("198.51.100.7");
    }

    @Test
    void addressesOfOneIpv6NetworkCountAsOne() {
        assertThat(CountedAddress.of("[2001:db8:1:2:aaaa::7]")).isEqualTo("20010db800010002/64");
        assertThat(CountedAddress.of("2001:db8:1:2::1%eth0")).isEqualTo("20010db800010002/64");
        assertThat(CountedAddress.of("2001:db8:1:3::1")).isEqualTo("20010db800010003/64");
    }
}
