package io.buildingos.document;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Where to put the bytes. Straight to the store with the signed address, or, where a browser can't reach that, to this
 * upload's {@code content}. Then the upload is registered.
 *
 * @param url takes exactly the announced size and type
 * @param headers to be sent with it, as they were signed
 * @param urlExpiresAt until when the address is good
 * @param expiresAt until when the upload can be registered
 */
public record UploadView(
        UUID id,
        String method,
        URI url,
        Map<String, String> headers,
        long size,
        Instant urlExpiresAt,
        Instant expiresAt) {}
