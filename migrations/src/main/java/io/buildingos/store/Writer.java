package io.buildingos.store;

import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Marks an object with who writes it. When the answer to a conditional write is lost, the library asks again and is told
 * that the object exists, or nothing at all: the mark says whether it is the one that was just written.
 */
final class Writer {
    private static final String NAME = "writer";

    private final S3Client client;
    private final String bucket;
    private final String key;
    private final String id = UUID.randomUUID().toString();

    Writer(S3Client client, String bucket, String key) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
    }

    Map<String, String> mark() {
        return Map.of(NAME, id);
    }

    void finish(String act, Runnable write) {
        try {
            write.run();
        } catch (SdkException failure) {
            if (!isOurs(failure)) {
                throw StoreFailure.of(bucket, act + " " + key, failure);
            }
        }
    }

    private boolean isOurs(SdkException failure) {
        try {
            return id.equals(client.headObject(to -> to.bucket(bucket).key(key))
                    .metadata()
                    .get(NAME));
        } catch (SdkException unknown) {
            failure.addSuppressed(unknown);
            return false;
        }
    }
}
