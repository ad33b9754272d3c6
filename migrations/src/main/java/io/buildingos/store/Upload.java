package io.buildingos.store;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * An object written part by part, one on its way to the store while the next one fills: whoever writes waits for the store
 * only when it is the slower of the two. Closing without {@link #complete} leaves nothing behind: whoever fails half-way
 * only has to close.
 */
public final class Upload extends OutputStream {
    private static final int MEBI = 1024 * 1024;
    private static final int SMALL_PART = 8 * MEBI;
    /** Two of them are in memory. */
    private static final int LARGE_PART = 28 * MEBI;
    /** The store takes 10,000 parts: 1,000 small and 9,000 large ones are 254 GiB. */
    private static final int SMALL_PARTS = 1_000;

    private final S3Client client;
    private final String bucket;
    private final String key;
    private final Writer writer;
    private final String uploadId;
    private final List<CompletedPart> parts = new ArrayList<>();
    private final ExecutorService sender = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "upload");
        thread.setDaemon(true);
        return thread;
    });
    private CompletableFuture<CompletedPart> onItsWay;
    private byte[] part = new byte[SMALL_PART];
    private byte[] spare = new byte[SMALL_PART];
    private int filled;
    private int sent;
    private boolean over;

    Upload(S3Client client, String bucket, String key, String contentType) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
        this.writer = new Writer(client, bucket, key);
        this.uploadId = call(
                "begin",
                () -> client.createMultipartUpload(to -> to.bucket(bucket)
                                .key(key)
                                .contentType(contentType)
                                .metadata(writer.mark()))
                        .uploadId());
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int taken = 0;
        while (taken < length) {
            if (filled == part.length) {
                send();
            }
            int fits = Math.min(length - taken, part.length - filled);
            System.arraycopy(bytes, offset + taken, part, filled, fits);
            filled += fits;
            taken += fits;
        }
    }

    /** The object is there from here on, unless another one came first. */
    public void complete() {
        if (filled > 0 || sent == 0) {
            send();
        }
        await();
        writer.finish(
                "complete",
                () -> client.completeMultipartUpload(to -> to.bucket(bucket)
                        .key(key)
                        .uploadId(uploadId)
                        .ifNoneMatch("*")
                        .multipartUpload(all -> all.parts(parts))));
        over = true;
        sender.shutdownNow();
    }

    @Override
    public void close() {
        if (over) {
            return;
        }
        over = true;
        try {
            // A part that arrives after the upload was given up would stay.
            await();
        } catch (StoreFailure alreadyTold) {
            // whoever wrote has seen it, or closes because of something else
        }
        sender.shutdownNow();
        call(
                "give up",
                () -> client.abortMultipartUpload(
                        to -> to.bucket(bucket).key(key).uploadId(uploadId)));
    }

    private void send() {
        await();
        int number = ++sent;
        byte[] body = part;
        int length = filled;
        onItsWay = CompletableFuture.supplyAsync(() -> put(number, body, length), sender);
        if (number >= SMALL_PARTS && spare.length < LARGE_PART) {
            spare = new byte[LARGE_PART];
        }
        part = spare;
        spare = body;
        filled = 0;
    }

    private CompletedPart put(int number, byte[] body, int length) {
        String tag = call(
                "write part %d of".formatted(number),
                () -> client.uploadPart(
                                to -> to.bucket(bucket)
                                        .key(key)
                                        .uploadId(uploadId)
                                        .partNumber(number),
                                RequestBody.fromContentProvider(
                                        () -> new ByteArrayInputStream(body, 0, length),
                                        length,
                                        "application/octet-stream"))
                        .eTag());
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    private void await() {
        if (onItsWay == null) {
            return;
        }
        try {
            parts.add(onItsWay.join());
            onItsWay = null;
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof StoreFailure failure) {
                throw failure;
            }
            throw failed;
        }
    }

    private <T> T call(String act, Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException failure) {
            throw StoreFailure.of(bucket, act + " " + key, failure);
        }
    }
}
