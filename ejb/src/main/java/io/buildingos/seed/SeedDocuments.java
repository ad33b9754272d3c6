package io.buildingos.seed;

import io.buildingos.document.Document.Category;
import io.buildingos.document.Document.Visibility;
import io.buildingos.document.GeneratedFile;
import io.buildingos.document.PlannedFiles;
import io.buildingos.ledger.Letterhead;
import io.buildingos.ledger.Paper;
import io.buildingos.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.hibernate.Session;

/** A few files of a demonstration tenant, made here and kept in the store like anybody's. */
@ApplicationScoped
class SeedDocuments {
    /** The order of the texts; the last three are of the demonstration resident's unit. */
    private static final List<Planned> ALL = List.of(
            new Planned("rules", Category.RULES, Visibility.RESIDENTS, Where.TENANT),
            new Planned("minutes", Category.MINUTES, Visibility.RESIDENTS, Where.BUILDING),
            new Planned("contract", Category.CONTRACT, Visibility.ADMINS, Where.BUILDING),
            new Planned("budget", Category.BUDGET, Visibility.ADMINS, Where.TENANT),
            new Planned("invoice", Category.INVOICE, Visibility.ADMINS, Where.BUILDING),
            new Planned("manual", Category.OTHER, Visibility.RESIDENTS, Where.BUILDING),
            new Planned("photo", Category.OTHER, Visibility.RESIDENTS, Where.HOME),
            new Planned("proof", Category.RECEIPT, Visibility.RESIDENTS, Where.HOME));

    static final int FILES = ALL.size();

    /** Of all months alike: files aren't made anew. */
    private static final YearMonth ALWAYS = YearMonth.of(2026, 1);

    private static final int PHOTO_WIDTH = 320;
    private static final int PHOTO_HEIGHT = 240;

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private PlannedFiles files;

    @Inject
    private Clock clock;

    /** What a file is about, and where it belongs. */
    private record Planned(String text, Category category, Visibility visibility, Where where) {}

    private enum Where {
        TENANT,
        BUILDING,
        HOME
    }

    /** What shows that the demonstration resident has paid. */
    static UUID proofId(SeedDice dice, SeedStage stage) {
        return id(dice, stage, "proof");
    }

    /** What a ticket of the demonstration resident shows. */
    static UUID photoId(SeedDice dice, SeedStage stage) {
        return id(dice, stage, "photo");
    }

    private static UUID id(SeedDice dice, SeedStage stage, String text) {
        return dice.id("document " + text, stage.tenantId(), ALWAYS, 0);
    }

    int write(SeedPlan plan, SeedStage stage, int number) {
        Planned planned = ALL.get(number);
        UUID id = id(plan.dice(), stage, planned.text());
        UUID building = stage.buildings().get(0);
        boolean nowhere = planned.where() == Where.HOME ? stage.residentUnit() == null : building == null;
        if ((planned.where() != Where.TENANT && nowhere) || isThere(id)) {
            return 0;
        }
        SeedMonth month = SeedMonth.of(0, plan.parameters().months(), stage.zone(), clock.instant());
        Instant at = month.at(2 + number, 11, 10 * number);
        boolean home = planned.where() == Where.HOME;
        files.keep(id, file(stage, planned, building), (home ? stage.resident() : stage.admin()).userId(), at);
        return 1;
    }

    private boolean isThere(UUID id) {
        return entityManager
                .unwrap(Session.class)
                .doReturningWork(connection -> new SeedRows(connection).isThere(List.of(id), "documents"));
    }

    private GeneratedFile file(SeedStage stage, Planned planned, UUID building) {
        SeedTexts texts = new SeedTexts(stage.locale());
        String name = texts.of("document." + planned.text() + ".name");
        String end = name.substring(name.lastIndexOf('.') + 1);
        return new GeneratedFile(
                name,
                switch (end) {
                    case "pdf" -> "application/pdf";
                    case "png" -> "image/png";
                    default -> "text/csv";
                },
                switch (end) {
                    case "pdf" -> paper(stage, texts, planned.text());
                    case "png" -> photo();
                    default -> texts.of("document." + planned.text() + ".text").getBytes(StandardCharsets.UTF_8);
                },
                planned.category(),
                planned.visibility(),
                planned.where() == Where.BUILDING ? building : null,
                planned.where() == Where.HOME ? stage.residentUnit() : null);
    }

    private byte[] paper(SeedStage stage, SeedTexts texts, String text) {
        Letterhead head = Letterhead.of(entityManager.find(Tenant.class, stage.tenantId()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Paper paper = new Paper(out, head, texts.of("document." + text + ".title"))) {
            texts.of("document." + text + ".text")
                    .lines()
                    .forEach(line -> paper.line(line, 11, com.lowagie.text.Font.NORMAL));
        }
        return out.toByteArray();
    }

    /** A wall that is getting wet. */
    private static byte[] photo() {
        BufferedImage image = new BufferedImage(PHOTO_WIDTH, PHOTO_HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < PHOTO_HEIGHT; y++) {
            for (int x = 0; x < PHOTO_WIDTH; x++) {
                double away = Math.hypot(x - PHOTO_WIDTH / 2.0, (y - PHOTO_HEIGHT / 2.0) * 1.3);
                int damp = (int) Math.max(0, 90 - Math.abs(away - 40));
                image.setRGB(x, y, new Color(225 - damp, 218 - damp, 205 - damp * 5 / 4).getRGB());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
