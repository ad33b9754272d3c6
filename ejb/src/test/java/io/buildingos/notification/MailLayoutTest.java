package io.buildingos.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MailLayoutTest {
    private static final String LINK = "https://app.example.com/tickets/1?a=1&b=2";

    @Test
    void whatPeopleTypedIsTextAndNeverMarkUp() {
        String evil = "<img src=x onerror=alert(1)>\"'&";
        Brand brand = new Brand(evil, "#112233", evil);
        String page = MailLayout.page(notice(evil, evil), LINK, brand, "en");
        assertFalse(page.contains("<img"));
        assertTrue(page.contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;"));
    }

    @Test
    void ourOwnLinkIsAButtonAndAnybodyElsesIsText() {
        String page = MailLayout.page(notice("News", "see http://evil.example"), LINK, Brand.PRODUCT, "es");
        assertTrue(page.contains("<a href=\"https://app.example.com/tickets/1?a=1&amp;b=2\""));
        assertTrue(page.contains(">Abrir</a>"));
        assertFalse(page.contains("href=\"http://evil.example"));
    }

    @Test
    void wearsTheColoursOfTheTenantLegibly() {
        String page =
                MailLayout.page(notice("News", "x"), LINK, new Brand("Casa Uno", "#ffee00", "Rivadavia 1\n1033"), "es");
        assertTrue(page.contains("background:#ffee00;color:#1d2733"));
        assertTrue(page.contains("Rivadavia 1<br>"));
        assertEquals("#ffffff", new Brand("x", "#102030", null).letters());
    }

    @Test
    void theFooterIsInThePlainTextToo() {
        String text = MailLayout.plain(notice("News", "x"), new Brand("Casa Uno", null, "Rivadavia 1"));
        assertTrue(text.endsWith("\n-- \nRivadavia 1\n"));
    }

    private static MailTexts.Text notice(String title, String text) {
        return MailTexts.of(
                MailTemplate.NOTIFICATION, "es", Map.of("title", title, "name", "Ana", "text", text, "link", LINK));
    }
}
