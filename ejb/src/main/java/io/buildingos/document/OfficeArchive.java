package io.buildingos.document;

import io.buildingos.document.FileCheck.NotOfItsType;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * What is inside of a docx or xlsx: a zip with the parts that make it one, no macros, no way out of its folder, and no
 * more bytes than a person could have written (a bomb unpacks to thousands of times its size).
 */
final class OfficeArchive {
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_UNPACKED = 512L * 1024 * 1024;
    private static final int MOST_TYPES = 1024 * 1024;
    private static final int CHUNK = 8 * 1024;
    private static final String TYPES = "[Content_Types].xml";

    private final FileType type;
    private final Set<String> entries = new HashSet<>();
    private final byte[] chunk = new byte[CHUNK];
    private String types = "";
    private long unpacked;

    private OfficeArchive(FileType type) {
        this.type = type;
    }

    /** Reads as far as the last entry. */
    static void check(InputStream file, FileType type) throws IOException, NotOfItsType {
        BufferedInputStream buffered = new BufferedInputStream(file, CHUNK);
        buffered.mark(CHUNK);
        if (!type.begins(buffered.readNBytes(4))) {
            throw new NotOfItsType("its first bytes aren't those of " + type.contentType());
        }
        buffered.reset();
        OfficeArchive archive = new OfficeArchive(type);
        try {
            // Not closed: the stream is the caller's.
            archive.readAll(new ZipInputStream(buffered));
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            throw new NotOfItsType("it is a broken archive");
        }
        archive.requireParts();
    }

    private void readAll(ZipInputStream zip) throws IOException, NotOfItsType {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            requireHarmless(name);
            if (name.equals(TYPES)) {
                types = new String(read(zip, MOST_TYPES), StandardCharsets.UTF_8);
            } else {
                pass(zip);
            }
        }
    }

    private void requireHarmless(String name) throws NotOfItsType {
        if (!entries.add(name) || entries.size() > MOST_ENTRIES) {
            throw new NotOfItsType("it has an entry twice, or too many of them");
        }
        if (name.startsWith("/") || name.contains("\\") || name.matches("(.*/)?\\.\\.(/.*)?")) {
            throw new NotOfItsType("it has an entry that leads out of it");
        }
        if (name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
            throw new NotOfItsType("it holds macros");
        }
    }

    private byte[] read(ZipInputStream zip, int most) throws IOException, NotOfItsType {
        byte[] content = zip.readNBytes(most + 1);
        unpacked += content.length;
        if (content.length > most) {
            throw tooLarge();
        }
        return content;
    }

    private void pass(ZipInputStream zip) throws IOException, NotOfItsType {
        for (int read = zip.read(chunk); read >= 0; read = zip.read(chunk)) {
            unpacked += read;
            if (unpacked > MOST_UNPACKED) {
                throw tooLarge();
            }
        }
    }

    private void requireParts() throws NotOfItsType {
        String main = type == FileType.DOCX ? "word/document.xml" : "xl/workbook.xml";
        String declared = type == FileType.DOCX ? "wordprocessingml.document.main+xml" : "spreadsheetml.sheet.main+xml";
        if (!entries.contains(main) || !types.contains(declared)) {
            throw new NotOfItsType("it lacks the parts of " + type.contentType());
        }
    }

    private static NotOfItsType tooLarge() {
        return new NotOfItsType("it unpacks to more than such a file can hold");
    }
}
