package org.batonrelay.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Whether a host is out in the world. A name that leads into the house's own network would have Baton knock on doors
 * that a stranger cannot reach. Java keeps what a name led to for some seconds, so that the call goes where this looked.
 */
final class PublicAddresses {

    private PublicAddresses() {}

    /** @throws UnknownHostException when nobody is called so */
    static boolean isPublic(String host) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(host)).allMatch(PublicAddresses::isPublic);
    }

    private static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean special = address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        boolean inside = address instanceof Inet6Address
                // fc00::/7, and what wraps an address of version 4 (64:ff9b::/96, 2002::/16)
                ? (first & 0xfe) == 0xfc || first == 0 && second == 0x64 || first == 0x20 && second == 0x02
                // 0/8, 100.64/10, 192.0.0/24, 198.18/15 and what is reserved
                : first == 0
                        || first == 100 && (second & 0xc0) == 64
                        || first == 192 && second == 0 && bytes[2] == 0
                        || first == 198 && (second & 0xfe) == 18
                        || first >= 240;
        return !special && !inside;
    }
}
