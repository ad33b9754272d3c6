package io.buildingos.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Stands between a server and the stack's object store, and keeps one kind of request waiting for ever. */
final class HoldingStore implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;
    private static final int HEAD = 300;

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final URI store;
    private volatile Pattern victim;
    private volatile CountDownLatch met;

    HoldingStore(TestStack stack) throws IOException {
        store = URI.create(stack.settings().get("S3_ENDPOINT"));
        start(this::accept);
    }

    String endpoint() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** @param request how the first line of the requests begins that get no answer from now on */
    void hold(String request) {
        met = new CountDownLatch(1);
        victim = Pattern.compile(request + ".*", Pattern.DOTALL);
    }

    /** Until one of them came by. */
    void awaitVictim() throws InterruptedException {
        if (!met.await(120, TimeUnit.SECONDS)) {
            throw new AssertionError("no request began with " + victim);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                Socket server = new Socket(store.getHost(), store.getPort());
                start(() -> forward(client, server, true));
                start(() -> forward(server, client, false));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void forward(Socket from, Socket to, boolean asking) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                String head = new String(buffer, 0, Math.min(length, HEAD), StandardCharsets.ISO_8859_1);
                if (asking && victim.matcher(head).matches()) {
                    met.countDown();
                    in.transferTo(OutputStream.nullOutputStream());
                    return;
                }
                out.write(buffer, 0, length);
            }
        } catch (IOException ended) {
            // one of the two hung up
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "holding store");
        thread.setDaemon(true);
        thread.start();
    }
}
