package org.batonrelay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for what must be told one before it starts. Below those that a system gives to outgoing connections, and for
 * each fork of the tests from a range of its own: between looking and listening nobody takes one.
 */
public final class FreePorts {

    private static final int FIRST = 10_000;
    private static final int A_FORK = 5_000;
    private static final int OWN = FIRST + Integer.getInteger("baton.test.fork", 0) % 4 * A_FORK;

    private static int taken = ThreadLocalRandom.current().nextInt(A_FORK);

    private FreePorts() {}

    /** Nobody listens to it, and it is given to nobody else in this virtual machine. */
    public static synchronized int next() {
        for (int tries = 0; tries < A_FORK; tries++) {
            int port = OWN + ++taken % A_FORK;
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException e) {
                // somebody else on this machine listens there: the next one
            }
        }
        throw new AssertionError("no free port from " + OWN + " on");
    }
}
