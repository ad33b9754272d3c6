package io.buildingos.web.kernel;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** JSON is read into memory, so there is a limit to it; uploads stream, and the server's own limit holds for them. */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
public class BodyLimit implements ReaderInterceptor {
    static final int MOST_BYTES = 1_048_576;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        MediaType type = context.getMediaType();
        if (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json")) {
            String length = context.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH);
            if (length != null && length.length() < 19 && Long.parseLong(length) > MOST_BYTES) {
                throw Refusal.of(ErrorCode.PAYLOAD_TOO_LARGE);
            }
            context.setInputStream(new Limited(context.getInputStream()));
        }
        return context.proceed();
    }

    private static final class Limited extends FilterInputStream {
        private int left = MOST_BYTES;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw Refusal.of(ErrorCode.PAYLOAD_TOO_LARGE);
            }
        }
    }
}
