package io.buildingos.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stands between us and the store, and does to some requests what networks and stores do to them. */
public final class StoreProxy implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final String victim;
    private final Harm harm;
    private final CountDownLatch met = new CountDownLatch(1);

    /** What happens to the victims. */
    public enum Harm {
        NO_SPACE,
        CUT,
        /** The store acts, and its answer is lost. */
        LOSE_ANSWER,
        HOLD
    }

    /** @param victim how the first lines of the requests begin that are harmed */
    public StoreProxy(StoreServer store, String victim, Harm harm) throws IOException {
        this.target = store.port();
        this.victim = victim;
        this.harm = harm;
        start("proxy", this::accept);
    }

    public String endpoint() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** Until the first victim came by. */
    public void awaitVictim() throws InterruptedException {
        if (!met.await(60, TimeUnit.SECONDS)) {
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
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                boolean[] losing = new boolean[1];
                start("up", () -> forward(client, server, losing));
                start("down", () -> back(server, client, losing));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void forward(Socket client, Socket server, boolean[] losing) {
        byte[] buffer = new byte[BUFFER];
        try (client;
                server) {
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                String head = new String(buffer, 0, Math.min(length, 300), StandardCharsets.ISO_8859_1);
                if (head.matches("(?s)" + victim + ".*")) {
                    met.countDown();
                    if (harm == Harm.HOLD) {
                        Digesting.drain(in);
                        return;
                    }
                    if (harm == Harm.CUT) {
                        out.write(buffer, 0, length / 2);
                        return;
                    }
                    if (harm == Harm.NO_SPACE) {
                        client.getOutputStream()
                                .write(
                                        "HTTP/1.1 507 Insufficient Storage\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                                .getBytes(StandardCharsets.US_ASCII));
                        client.shutdownOutput();
                        // Who hung up on a client that still writes would break its pipe before it has read the answer.
                        Digesting.drain(in);
                        return;
                    }
                    losing[0] = true;
                }
                out.write(buffer, 0, length);
            }
        } catch (IOException ended) {
            // one of the two hung up
        }
    }

    private void back(Socket server, Socket client, boolean[] losing) {
        byte[] buffer = new byte[BUFFER];
        try (client;
                server) {
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                String head = new String(buffer, 0, Math.min(length, 30), StandardCharsets.ISO_8859_1);
                if (losing[0] && !head.contains("100 Continue")) {
                    return;
                }
                out.write(buffer, 0, length);
            }
        } catch (IOException ended) {
            // one of the two hung up
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
