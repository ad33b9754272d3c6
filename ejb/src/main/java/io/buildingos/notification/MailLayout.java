package io.buildingos.notification;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A mail's text as a page, in the sender's colours. Whatever people typed is text in it, never mark-up. */
final class MailLayout {
    private static final String PAGE = MailTexts.read("layout.html");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, String> OPEN = Map.of("en", "Open", "es", "Abrir");

    private MailLayout() {}

    /** @param link the one address of ours in the text, or null; shown as a button where it stands alone */
    static String page(MailTexts.Text text, String link, Brand brand, String language) {
        Map<String, String> parts = Map.of(
                "language", language,
                "title", escaped(text.subject()),
                "brand", escaped(brand.name()),
                "primary", brand.color(),
                "onPrimary", brand.letters(),
                "content", content(text.body(), link, brand, language),
                "footer", lines(brand.footer()));
        return PLACE.matcher(PAGE).replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
    }

    static String plain(MailTexts.Text text, Brand brand) {
        return brand.footer().isBlank() ? text.body() : text.body() + "\n-- \n" + brand.footer() + "\n";
    }

    private static String content(String body, String link, Brand brand, String language) {
        return Stream.of(body.strip().split("\n{2,}"))
                .map(paragraph -> paragraph.equals(link)
                        ? button(link, brand, language)
                        : "<p style=\"margin:0 0 16px\">" + linked(lines(paragraph), link) + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static String button(String link, Brand brand, String language) {
        return """
                <p style="margin:24px 0"><a href="%s" style="background:%s;color:%s;padding:12px 24px;border-radius:6px;\
                text-decoration:none;font-weight:600;display:inline-block">%s</a></p>
                <p style="margin:0 0 16px;font-size:13px;color:#5b6875;word-break:break-all">%s</p>""".formatted(
                        escaped(link), brand.color(), brand.letters(), OPEN.get(language), linked(escaped(link), link));
    }

    private static String linked(String html, String link) {
        if (link == null) {
            return html;
        }
        String shown = escaped(link);
        return html.replace(shown, "<a href=\"%s\" style=\"color:inherit\">%s</a>".formatted(shown, shown));
    }

    private static String lines(String text) {
        return escaped(text).replace("\n", "<br>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
