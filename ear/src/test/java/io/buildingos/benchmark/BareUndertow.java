package io.buildingos.benchmark;

import io.undertow.Undertow;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The server's own HTTP engine with nothing above it: the ceiling for every request. Arguments: port, body. */
final class BareUndertow {
    private BareUndertow() {}

    public static void main(String[] arguments) {
        ByteBuffer body = ByteBuffer.wrap(arguments[1].getBytes(StandardCharsets.UTF_8));
        Undertow.builder()
                .addHttpListener(Integer.parseInt(arguments[0]), "127.0.0.1")
                .setIoThreads(1)
                .setHandler(exchange -> {
                    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json; charset=utf-8");
                    exchange.getResponseSender().send(body.duplicate());
                })
                .build()
                .start();
    }
}
