package io.buildingos.document;

import io.buildingos.document.FileCheck.NotOfItsType;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text is UTF-8 and nothing else: a page, an archive or a program has bytes that no text has. */
final class PlainText {
    private static final int BUFFER = 8 * 1024;
    private static final int LONGEST_CHARACTER = 4;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer characters = CharBuffer.allocate(BUFFER);
    /** What a chunk ended with in the middle of a character. */
    private byte[] begun = new byte[0];

    void accept(byte[] chunk, int length) throws NotOfItsType {
        ByteBuffer bytes = ByteBuffer.allocate(begun.length + length);
        bytes.put(begun).put(chunk, 0, length).flip();
        decode(bytes, false);
        begun = new byte[bytes.remaining()];
        bytes.get(begun);
        if (begun.length >= LONGEST_CHARACTER) {
            throw notText();
        }
    }

    void end() throws NotOfItsType {
        decode(ByteBuffer.wrap(begun), true);
    }

    private void decode(ByteBuffer bytes, boolean last) throws NotOfItsType {
        CoderResult result;
        do {
            characters.clear();
            result = decoder.decode(bytes, characters, last);
            if (result.isError()) {
                throw notText();
            }
            characters.flip();
            requireNoControls();
        } while (result.isOverflow());
    }

    private void requireNoControls() throws NotOfItsType {
        while (characters.hasRemaining()) {
            char c = characters.get();
            if (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r') {
                throw new NotOfItsType("it holds control characters, as no text does");
            }
        }
    }

    private static NotOfItsType notText() {
        return new NotOfItsType("it isn't text in UTF-8");
    }
}
