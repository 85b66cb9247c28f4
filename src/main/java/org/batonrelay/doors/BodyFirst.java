package org.batonrelay.doors;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Has the whole body of a request in hand before anybody works on it, so that whoever sends slowly waits for themselves
 * only: a body has a deadline, few large ones arrive at a time, and no more requests are worked on at once than the
 * database has room for. Health answers whatever happens.
 */
class BodyFirst extends ValveBase {

    /** Whoever sends slower than this after a moment is no telephone on a train, and is let go. */
    private static final long SLOWEST_BYTES_A_SECOND = 8_000;

    private static final Duration A_MOMENT = Duration.ofSeconds(10);
    private static final int LARGE_BYTES = 256 * 1024;
    private static final Duration A_TURN = Duration.ofSeconds(20);

    private final int longest;
    private final Semaphore arriving;
    private final Semaphore large;
    private final Semaphore working;

    /**
     * @param longest in bytes; the largest file that any page or call takes, and its form
     * @param arriving how many bodies may be on their way at once
     * @param working how many requests are worked on at once; the others wait in the order in which they came
     */
    BodyFirst(int longest, int arriving, int working) {
        super(true);
        this.longest = longest;
        this.arriving = new Semaphore(arriving);
        this.large = new Semaphore(4);
        this.working = new Semaphore(working, true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getRequestURI().startsWith("/actuator/health")) {
            getNext().invoke(request, response);
            return;
        }
        // what is larger than any page takes is left unread: the page it is for says so itself
        int refused = hasBody(request) && request.getContentLengthLong() <= longest ? take(request) : 0;
        if (refused != 0) {
            refuse(response, refused);
            return;
        }
        try {
            if (!working.tryAcquire(A_TURN.toSeconds(), TimeUnit.SECONDS)) {
                refuse(response, 503);
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            getNext().invoke(request, response);
        } finally {
            working.release();
        }
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0
                || request.getCoyoteRequest().getMimeHeaders().getHeader("Transfer-Encoding") != null;
    }

    /** The status to refuse with; 0 when the body is there. */
    private int take(Request request) throws IOException {
        if (!arriving.tryAcquire()) {
            return 503;
        }
        boolean isLarge = false;
        try {
            ByteChunk body = new ByteChunk();
            body.setLimit(longest + 1);
            Arriving part = new Arriving();
            long begin = System.nanoTime();
            while (request.getCoyoteRequest().doRead(part) >= 0) {
                if (body.getLength() + part.length() > longest) {
                    return 413;
                }
                part.moveTo(body);
                if (!isLarge && body.getLength() > LARGE_BYTES) {
                    if (!large.tryAcquire(A_TURN.toSeconds(), TimeUnit.SECONDS)) {
                        return 503;
                    }
                    isLarge = true;
                }
                if (isTooSlow(System.nanoTime() - begin, body.getLength())) {
                    return 408;
                }
            }
            if (body.isNull()) {
                body.allocate(1, -1);
            }
            request.getCoyoteRequest().action(ActionCode.REQ_SET_BODY_REPLAY, body);
            return 0;
        } catch (SocketTimeoutException e) {
            return 408;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 503;
        } finally {
            arriving.release();
            if (isLarge) {
                large.release();
            }
        }
    }

    private static boolean isTooSlow(long nanos, int bytes) {
        return nanos > A_MOMENT.toNanos() && bytes * 1_000_000_000.0 / nanos < SLOWEST_BYTES_A_SECOND;
    }

    private static void refuse(Response response, int status) throws IOException {
        response.setHeader("Connection", "close");
        if (status == 503) {
            response.setHeader("Retry-After", "10");
        }
        String sentence = switch (status) {
            case 408 -> "What you send arrives too slowly. Nothing was changed; try again with a better connection.";
            case 413 -> "What you send is too large.";
            default -> "Too much arrives at once. Nothing was changed; try again in a moment.";
        };
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write("{\"type\":\"about:blank\",\"status\":" + status + ",\"detail\":\"" + sentence + "\"}");
        response.finishResponse();
    }

    /** One piece of a body, as the connection hands it over. */
    private static final class Arriving implements ApplicationBufferHandler {

        private ByteBuffer piece = ByteBuffer.allocate(0);

        int length() {
            return piece.remaining();
        }

        void moveTo(ByteChunk body) throws IOException {
            body.append(piece);
        }

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            piece = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return piece;
        }

        @Override
        public void expand(int size) {
            // the connection's own buffer is handed over; nothing is copied into this one
        }
    }
}
