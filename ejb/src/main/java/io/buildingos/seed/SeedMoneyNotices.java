package io.buildingos.seed;

import io.buildingos.kernel.Money;
import io.buildingos.notification.NotificationType;
import io.buildingos.notification.Subject;
import io.buildingos.seed.SeedBook.PlannedCharge;
import io.buildingos.seed.SeedBook.PlannedPayment;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the demonstration resident is told of the money of a month: what was charged, and what of theirs was approved. */
final class SeedMoneyNotices {
    private final SeedRows rows;
    private final SeedBook book;
    private final SeedFeed feed;

    SeedMoneyNotices(SeedRows rows, SeedBook book) {
        this.rows = rows;
        this.book = book;
        this.feed = new SeedFeed(rows, book.stage(), book.dice(), book.month());
    }

    void published(List<PlannedCharge> charges, Instant at) throws SQLException {
        List<PlannedCharge> own =
                charges.stream().filter(charge -> book.isHome(charge.unit())).toList();
        for (PlannedCharge charge : own) {
            feed.tell(
                    book.stage().resident(),
                    charge.isCredit() ? NotificationType.CREDIT_GIVEN : NotificationType.CHARGE_PUBLISHED,
                    new Subject("charge", charge.id()),
                    Map.of(
                            "concept", charge.concept(),
                            "unit", home(),
                            "amount", money(charge.amount()),
                            "due", book.month().period().atDay(SeedBook.DUE_ON)),
                    at);
        }
        feed.insert();
    }

    void approved(List<PlannedPayment> payments, Instant at) throws SQLException {
        List<PlannedPayment> own =
                payments.stream().filter(payment -> book.isHome(payment.unit())).toList();
        for (PlannedPayment payment : own) {
            feed.tell(
                    book.stage().resident(),
                    NotificationType.PAYMENT_APPROVED,
                    new Subject("payment", payment.id()),
                    Map.of("unit", home(), "amount", money(payment.amount())),
                    at);
        }
        feed.insert();
    }

    private Money money(long amount) {
        return new Money(amount, book.stage().currency());
    }

    private String home() throws SQLException {
        return rows.first(
                        "select code from units where id = ?",
                        row -> row.getString(1),
                        book.stage().residentUnit())
                .orElseThrow();
    }
}
