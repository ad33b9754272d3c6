package io.buildingos.store;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * An object written part by part. Closing without {@link #complete} leaves nothing behind: whoever fails half-way only
 * has to close.
 */
public final class Upload extends OutputStream {
    private static final int MEBI = 1024 * 1024;
    private static final int SMALL_PART = 8 * MEBI;
    private static final int LARGE_PART = 64 * MEBI;
    /** The store takes 10,000 parts: 1,000 small and 9,000 large ones are 570 GB. */
    private static final int SMALL_PARTS = 1_000;

    private final S3Client client;
    private final String bucket;
    private final String key;
    private final String uploadId;
    private final List<CompletedPart> parts = new ArrayList<>();
    private byte[] part = new byte[SMALL_PART];
    private int filled;
    private boolean over;

    Upload(S3Client client, String bucket, String key, String contentType) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
        this.uploadId = call(
                "begin",
                () -> client.createMultipartUpload(
                                to -> to.bucket(bucket).key(key).contentType(contentType))
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
        if (filled > 0 || parts.isEmpty()) {
            send();
        }
        call(
                "complete",
                () -> client.completeMultipartUpload(to -> to.bucket(bucket)
                        .key(key)
                        .uploadId(uploadId)
                        .ifNoneMatch("*")
                        .multipartUpload(all -> all.parts(parts))));
        over = true;
    }

    @Override
    public void close() {
        if (!over) {
            over = true;
            call(
                    "give up",
                    () -> client.abortMultipartUpload(
                            to -> to.bucket(bucket).key(key).uploadId(uploadId)));
        }
    }

    private void send() {
        int number = parts.size() + 1;
        byte[] body = part;
        int length = filled;
        String tag = call(
                "write part %d of".formatted(number),
                () -> client.uploadPart(
                                to -> to.bucket(bucket)
                                        .key(key)
                                        .uploadId(uploadId)
                                        .partNumber(number),
                                RequestBody.fromContentProvider(
                                        () -> new java.io.ByteArrayInputStream(body, 0, length),
                                        length,
                                        "application/octet-stream"))
                        .eTag());
        parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
        filled = 0;
        if (number == SMALL_PARTS) {
            part = new byte[LARGE_PART];
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
