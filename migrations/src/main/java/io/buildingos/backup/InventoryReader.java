package io.buildingos.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Reads an inventory line by line, in the order of the keys. */
final class InventoryReader implements AutoCloseable {
    private final BufferedReader lines;
    private InventoryLine current;

    InventoryReader(InputStream source) throws IOException {
        this.lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(source), StandardCharsets.UTF_8));
        advance();
    }

    /** The line read last, null after the end. */
    InventoryLine current() {
        return current;
    }

    void advance() throws IOException {
        String line = lines.readLine();
        InventoryLine next =
                line == null ? null : Manifest.read(line.getBytes(StandardCharsets.UTF_8), InventoryLine.class);
        if (next != null && current != null && next.key().compareTo(current.key()) <= 0) {
            // Side by side with others it would tell that something isn't there which is.
            throw new IOException("the inventory isn't in the order of its keys at " + next.key());
        }
        current = next;
    }

    /** Goes on to this key, and tells whether it is there. */
    boolean isAt(String key) throws IOException {
        while (current != null && current.key().compareTo(key) < 0) {
            advance();
        }
        return current != null && current.key().equals(key);
    }

    void closeQuietly() {
        try {
            close();
        } catch (IOException alreadyGone) {
            // read only: nothing is lost
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
