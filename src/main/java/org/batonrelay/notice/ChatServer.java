package org.batonrelay.notice;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;

/** Where a chat is spoken to; of its address only what is no secret. */
record ChatServer(String host, int port) {

    private static final int PATIENCE_MILLIS = 3000;

    static ChatServer of(String address) {
        URI uri = URI.create(address);
        int port = uri.getPort() > 0 ? uri.getPort() : "http".equals(uri.getScheme()) ? 80 : 443;
        return new ChatServer(Objects.requireNonNullElse(uri.getHost(), "its server"), port);
    }

    String name() {
        return host + ":" + port;
    }

    boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether there was no connection: then nothing that was to be said has arrived. */
    static boolean isUnreachable(Throwable fault) {
        return fault instanceof ConnectException
                || fault instanceof HttpConnectTimeoutException
                || fault instanceof NoRouteToHostException
                || fault instanceof UnknownHostException
                || fault instanceof UnresolvedAddressException;
    }
}
