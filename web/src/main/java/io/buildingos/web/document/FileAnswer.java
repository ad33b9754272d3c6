package io.buildingos.web.document;

import io.buildingos.document.DownloadService;
import io.buildingos.document.StoredFile;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file is sent, as RFC 9110 reads the request's headers: nothing where the client has it, the range it asks for, or
 * all. Of several ranges none is served: the whole file is a right answer too.
 */
final class FileAnswer {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");
    private static final int CHUNK = 64 * 1024;

    private final StoredFile file;
    private final String tag;
    private final String knownTags;
    private final long first;
    private final long last;
    private final boolean partial;

    private FileAnswer(StoredFile file, String knownTags, Optional<long[]> range) {
        this.file = file;
        this.tag = tagOf(file);
        this.knownTags = knownTags;
        this.partial = range.isPresent();
        this.first = range.map(ends -> ends[0]).orElse(0L);
        this.last = range.map(ends -> ends[1]).orElse(file.size() - 1);
    }

    static FileAnswer to(HttpHeaders request, StoredFile file) {
        String condition = request.getHeaderString("If-Range");
        boolean ranged = condition == null || condition.equals(tagOf(file));
        Optional<long[]> range = ranged ? range(request.getHeaderString("Range"), file.size()) : Optional.empty();
        return new FileAnswer(file, request.getHeaderString(HttpHeaders.IF_NONE_MATCH), range);
    }

    /** As the request's headers want it. */
    static Response sent(HttpHeaders request, DownloadService downloads, StoredFile file) {
        FileAnswer answer = to(request, file);
        return answer.isKnown()
                ? answer.notModified()
                : answer.streamed(downloads.open(file, answer.first, answer.last));
    }

    private boolean isKnown() {
        return knownTags != null && (knownTags.strip().equals("*") || knownTags.contains(tag));
    }

    private Response notModified() {
        return Response.notModified().header(HttpHeaders.ETAG, tag).build();
    }

    Response head() {
        return isKnown() ? notModified() : described().build();
    }

    /** @param body closed when it has been sent, or can't be */
    private Response streamed(InputStream body) {
        StreamingOutput output = out -> copy(body, out);
        return described().entity(output).build();
    }

    /** Nothing that a browser could take for a page of ours. */
    private Response.ResponseBuilder described() {
        Response.ResponseBuilder answer = Response.status(
                        partial ? Response.Status.PARTIAL_CONTENT : Response.Status.OK)
                .type(file.mediaType())
                .header(HttpHeaders.ETAG, tag)
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_LENGTH, last - first + 1)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.disposition())
                .header("Content-Security-Policy", "sandbox");
        return partial ? answer.header("Content-Range", "bytes %d-%d/%d".formatted(first, last, file.size())) : answer;
    }

    private static void copy(InputStream body, OutputStream out) throws IOException {
        try (body) {
            byte[] chunk = new byte[CHUNK];
            for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                out.write(chunk, 0, read);
            }
        }
    }

    private static String tagOf(StoredFile file) {
        return '"' + file.sha256() + '"';
    }

    /** Empty for the whole file: there is no range, or it isn't one we know. */
    private static Optional<long[]> range(String header, long size) {
        Matcher range = RANGE.matcher(header == null ? "" : header.strip());
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            long suffix = Long.parseLong(range.group(2));
            return satisfiable(Math.max(0, size - suffix), size - 1, size);
        }
        long from = Long.parseLong(range.group(1));
        long to = range.group(2).isEmpty() ? size - 1 : Long.parseLong(range.group(2));
        // Backwards isn't a range at all.
        return to < from && from < size ? Optional.empty() : satisfiable(from, Math.min(to, size - 1), size);
    }

    private static Optional<long[]> satisfiable(long from, long to, long size) {
        if (from >= size || to < from) {
            throw Refusal.of(
                    ErrorCode.RANGE_NOT_SATISFIABLE, "The file has %d bytes.".formatted(size), Map.of("size", size));
        }
        return Optional.of(new long[] {from, to});
    }
}
