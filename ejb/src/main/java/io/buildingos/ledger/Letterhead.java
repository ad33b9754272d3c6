package io.buildingos.ledger;

import io.buildingos.kernel.Money;
import io.buildingos.tenancy.Tenant;
import java.awt.Color;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * What a tenant's papers have in common: its name and colour, its footer, its language and ways of writing.
 *
 * @param footer may be empty
 */
public record Letterhead(String name, Color color, String footer, Locale locale) {
    private static final Color PLAIN = new Color(0x1F, 0x3A, 0x5F);
    private static final String LANGUAGES = "en es";

    public static Letterhead of(Tenant tenant) {
        return new Letterhead(
                Optional.ofNullable(tenant.branding().brandName()).orElse(tenant.name()),
                Optional.ofNullable(tenant.branding().primaryColor())
                        .map(Color::decode)
                        .filter(Letterhead::isDark)
                        .orElse(PLAIN),
                Optional.ofNullable(tenant.branding().emailFooter()).orElse(""),
                Locale.forLanguageTag(tenant.locale()));
    }

    /** White stands out against it, and it against white. */
    private static boolean isDark(Color color) {
        return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue() < 160;
    }

    /** In the tenant's language, or in English where it has no texts. */
    public String text(String key) {
        String language = LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : "en";
        return ResourceBundle.getBundle("io.buildingos.ledger.papers_" + language, Locale.ROOT)
                .getString(key);
    }

    public String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
    }

    public String amount(Money money) {
        return money.written(locale);
    }
}
