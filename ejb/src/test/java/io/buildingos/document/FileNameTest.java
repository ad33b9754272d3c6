package io.buildingos.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.buildingos.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd.pdf",
                "a/b.pdf",
                "a\\b.pdf",
                "a\u0000.pdf",
                "a\r\nSet-Cookie: x.pdf",
                "invoice\u202Efdp.exe.pdf",
                ".pdf",
                "..pdf",
                "CON.pdf",
                "lpt1.pdf",
                "x.exe",
                "x.pdf.exe",
                "x",
                "a\"b.pdf",
                "  "
            })
    void refusesWhatCouldMeanSomethingElse(String name) {
        assertThrows(Refusal.class, () -> FileName.checked(name, FileType.PDF));
    }

    @Test
    void keepsWhatPeopleCallTheirFiles() {
        assertEquals("Actas año 2026 (v2).PDF", FileName.checked(" Actas an\u0303o 2026 (v2).PDF ", FileType.PDF));
        assertEquals("foto.jpeg", FileName.checked("foto.jpeg", FileType.JPEG));
    }

    @Test
    void tellsABrowserTheNameInAsciiAndAsItIs() {
        assertEquals(
                "attachment; filename=\"ano_ _x_.pdf\"; filename*=UTF-8''a%C3%B1o%3B%20%27x%27.pdf",
                FileName.disposition("año; 'x'.pdf", false));
        assertEquals(
                "inline; filename=\"__.pdf\"; filename*=UTF-8''%E5%90%88%E5%90%8C.pdf",
                FileName.disposition("合同.pdf", true));
    }
}
