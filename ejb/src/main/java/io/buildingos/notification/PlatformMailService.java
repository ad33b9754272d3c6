package io.buildingos.notification;

import static io.buildingos.kernel.Permission.PLATFORM;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.SystemScope;
import io.buildingos.notification.MailAttempt.Outcome;
import io.buildingos.notification.MailSuppression.Reason;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Mail as those see it who run the platform: what waits, what failed and why, and another try for it. */
@Stateless
public class PlatformMailService {
    private static final String VIEW = "new io.buildingos.notification.MailView(m.id, m.tenantId, m.recipient,"
            + " m.template, m.status, m.attempts, m.lastError, m.createdAt, m.nextAttemptAt, m.sentAt)";

    /** Ids are made in the order of time, so that the primary key serves as the index by it. */
    private static final Listing<MailView> LISTING = Listing.<MailView>of(VIEW, "OutgoingMail m", "m.id")
            .sort("createdAt", "m.id", UUID.class)
            .filter("status", OutgoingMail.Status.class, "m.status = :status")
            .filter("template", MailTemplate.class, "m.template = :template")
            .filter("tenant", UUID.class, "m.tenantId = :tenant")
            .filter("recipient", String.class, "m.recipient = :recipient");

    private static final Listing<SuppressionView> SUPPRESSIONS = Listing.<SuppressionView>of(
                    "new io.buildingos.notification.SuppressionView(s.id, s.address, s.reason,"
                            + " s.detail, s.createdAt)",
                    "MailSuppression s",
                    "s.id")
            .sort("address", "s.address", String.class);

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Suppressions suppressions;

    @Inject
    private MailComposition composition;

    @Inject
    private MailTransport transport;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    @Allowed(PLATFORM)
    @SystemScope("mail of every tenant and of none")
    public Page<MailView> list(ListRequest request) {
        ListRequest newestFirst = request.sort() == null
                ? new ListRequest(request.limit(), request.cursor(), "-createdAt", request.filters())
                : request;
        return LISTING.page(entityManager, newestFirst);
    }

    @Allowed(PLATFORM)
    @SystemScope("mail of every tenant and of none")
    public MailView.Detailed get(UUID id) {
        OutgoingMail mail = found(entityManager.find(OutgoingMail.class, id));
        List<MailAttemptView> log = entityManager
                .createQuery(
                        "select new io.buildingos.notification.MailAttemptView(a.happenedAt, a.outcome, a.providerId, a.detail)"
                                + " from MailAttempt a where a.mailId = :mail order by a.happenedAt, a.id",
                        MailAttemptView.class)
                .setParameter("mail", id)
                .getResultList();
        return new MailView.Detailed(
                view(id), log, transport.keeps() ? composition.letter(mail).text() : null);
    }

    /** A mail that is dead, bounced or suppressed, with all its attempts before it again. */
    @Allowed(PLATFORM)
    @SystemScope("mail of every tenant and of none")
    public MailView retry(UUID id) {
        OutgoingMail mail = locked(id);
        mail.retry(clock.instant());
        log(mail, Outcome.RETRIED, null);
        auditLog.happenedIn(mail.tenantId(), "mail.retried", "mail", id, Map.of("recipient", mail.recipient()));
        return flushed(id);
    }

    /** For providers that report by mail to a person: nobody is there, so the address gets no more. */
    @Allowed(PLATFORM)
    @SystemScope("mail of every tenant and of none")
    public MailView recordBounce(UUID id, RecordBounce bounce) {
        OutgoingMail mail = locked(id);
        mail.bounced(bounce.detail());
        suppressions.add(mail.recipient(), Reason.BOUNCE, bounce.detail());
        log(mail, Outcome.BOUNCED, bounce.detail());
        auditLog.happenedIn(mail.tenantId(), "mail.bounced", "mail", id, Map.of("recipient", mail.recipient()));
        return flushed(id);
    }

    @Allowed(PLATFORM)
    @SystemScope("addresses belong to no tenant")
    public Page<SuppressionView> suppressions(ListRequest request) {
        return SUPPRESSIONS.page(entityManager, request);
    }

    @Allowed(PLATFORM)
    @SystemScope("addresses belong to no tenant")
    public SuppressionView suppress(SuppressAddress command) {
        SuppressionView view = suppressions
                .add(command.address(), Reason.MANUAL, command.detail())
                .view();
        auditLog.happenedIn(
                null, "mail.address-suppressed", "mail-suppression", view.id(), Map.of("address", view.address()));
        return view;
    }

    @Allowed(PLATFORM)
    @SystemScope("addresses belong to no tenant")
    public void allow(UUID id) {
        MailSuppression suppression = entityManager.find(MailSuppression.class, id);
        if (suppression == null) {
            throw Refusal.notFound();
        }
        entityManager.remove(suppression);
        auditLog.happenedIn(
                null,
                "mail.address-allowed",
                "mail-suppression",
                id,
                Map.of("address", suppression.view().address()));
    }

    private MailView flushed(UUID id) {
        entityManager.flush();
        return view(id);
    }

    private MailView view(UUID id) {
        return entityManager
                .createQuery("select " + VIEW + " from OutgoingMail m where m.id = :id", MailView.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    private OutgoingMail locked(UUID id) {
        return found(entityManager.find(OutgoingMail.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static OutgoingMail found(OutgoingMail mail) {
        if (mail == null) {
            throw Refusal.notFound();
        }
        return mail;
    }

    private void log(OutgoingMail mail, Outcome outcome, String detail) {
        entityManager.persist(new MailAttempt(mail.id(), clock.instant(), outcome, null, detail));
    }

    /** What the report said. */
    public record RecordBounce(@NotBlank @Size(max = 500) String detail) {}

    /** An address that is to get no more mail. */
    public record SuppressAddress(
            @NotBlank @Size(max = 254) String address,
            @Size(max = 500) String detail) {}
}
