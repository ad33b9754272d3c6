package io.buildingos.store;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;

/** An object on its way to us. Whoever closes it before its end hangs up, instead of reading the rest for nothing. */
final class Download extends FilterInputStream {
    private final ResponseInputStream<?> answer;
    private boolean read;

    Download(ResponseInputStream<?> answer) {
        super(answer);
        this.answer = answer;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        read |= octet < 0;
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        read |= count < 0;
        return count;
    }

    @Override
    public void close() throws IOException {
        if (!read) {
            answer.abort();
        }
        super.close();
    }
}
