package io.buildingos.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.buildingos.document.DocumentRevision.Checked;
import io.buildingos.document.FileCheck.NotOfItsType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class FileCheckTest {
    private static final String DOCX_TYPES = "<Types><Override PartName=\"/word/document.xml\" ContentType=\""
            + "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

    @Test
    void countsAndDigestsEveryByte() throws Exception {
        Checked file = check("%PDF-1.7 abc".getBytes(StandardCharsets.US_ASCII), FileType.PDF);
        assertEquals(12, file.size());
        assertEquals("baad13769b56aaeb5b072762fefe73bc572a131353d594ec2db2b382bfabadfa", file.sha256());
    }

    @Test
    void refusesWhatBeginsAsSomethingElse() {
        byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        for (FileType type : FileType.values()) {
            if (!type.isText()) {
                assertThrows(NotOfItsType.class, () -> check(page, type), type::name);
            }
        }
        assertThrows(NotOfItsType.class, () -> check(new byte[] {'%', 'P'}, FileType.PDF));
    }

    @Test
    void takesEachTypeByItsFirstBytes() throws Exception {
        check(bytes(0xff, 0xd8, 0xff, 0xe0, 1, 2), FileType.JPEG);
        check(bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0), FileType.PNG);
        check(bytes('R', 'I', 'F', 'F', 9, 9, 9, 9, 'W', 'E', 'B', 'P', 0), FileType.WEBP);
        assertThrows(
                NotOfItsType.class,
                () -> check(bytes('R', 'I', 'F', 'F', 9, 9, 9, 9, 'A', 'V', 'I', ' ', 0), FileType.WEBP));
    }

    @Test
    void takesTextInUtf8AndNothingElse() throws Exception {
        String text = "ñandú,€,𝄞\r\n".repeat(20_000);
        check(text.getBytes(StandardCharsets.UTF_8), FileType.CSV);
        assertThrows(NotOfItsType.class, () -> check("ñ".getBytes(StandardCharsets.ISO_8859_1), FileType.TXT));
        assertThrows(NotOfItsType.class, () -> check("ñ".getBytes(StandardCharsets.UTF_16LE), FileType.TXT));
        assertThrows(NotOfItsType.class, () -> check(new byte[] {'a', 0, 'b'}, FileType.TXT));
        assertThrows(NotOfItsType.class, () -> check(new byte[] {'a', (byte) 0xe2, (byte) 0x82}, FileType.TXT));
        assertThrows(NotOfItsType.class, () -> check(new byte[] {'a', 27, '[', '2', 'J'}, FileType.CSV));
    }

    @Test
    void takesOfficeFilesWithTheirParts() throws Exception {
        check(zip(docx()), FileType.DOCX);
        assertThrows(NotOfItsType.class, () -> check(zip(docx()), FileType.XLSX));
        assertThrows(NotOfItsType.class, () -> check(zip(Map.of("a.txt", new byte[] {1})), FileType.DOCX));
    }

    @Test
    void refusesArchivesThatAreATrap() throws Exception {
        Map<String, byte[]> escaping = docx();
        escaping.put("../../evil.sh", new byte[] {1});
        assertThrows(NotOfItsType.class, () -> check(zip(escaping), FileType.DOCX));
        Map<String, byte[]> macros = docx();
        macros.put("word/vbaProject.bin", new byte[] {1});
        assertThrows(NotOfItsType.class, () -> check(zip(macros), FileType.DOCX));
        byte[] broken = zip(docx());
        assertThrows(NotOfItsType.class, () -> check(java.util.Arrays.copyOf(broken, 60), FileType.DOCX));
    }

    @Test
    void stopsUnpackingABomb() throws Exception {
        byte[] bomb = bombOf(600);
        NotOfItsType refused = assertThrows(NotOfItsType.class, () -> check(bomb, FileType.DOCX));
        assertEquals("it unpacks to more than such a file can hold", refused.getMessage());
    }

    private static Checked check(byte[] file, FileType type) throws IOException, NotOfItsType {
        try (InputStream stream = new ByteArrayInputStream(file)) {
            return FileCheck.read(stream, type);
        }
    }

    private static Map<String, byte[]> docx() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", DOCX_TYPES.getBytes(StandardCharsets.UTF_8));
        parts.put("word/document.xml", "<w:document/>".getBytes(StandardCharsets.UTF_8));
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return file.toByteArray();
    }

    private static byte[] bombOf(int mebibytes) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("word/media/image1.png"));
            byte[] nothing = new byte[1024 * 1024];
            for (int i = 0; i < mebibytes; i++) {
                zip.write(nothing);
            }
        }
        return file.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
