package io.buildingos.identity;

import io.buildingos.audit.AuditLog;
import io.buildingos.identity.SignUp.FirstTenant;
import io.buildingos.identity.SingleUseToken.Purpose;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Grant;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Role;
import io.buildingos.kernel.SystemScope;
import io.buildingos.tenancy.Plan;
import io.buildingos.tenancy.Subscription;
import io.buildingos.tenancy.Tenant;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/** The transaction behind the signup: user, tenant, owner, trial, first session, or nothing of it. */
@Stateless
public class Registration {
    /** A trial shows what there is to buy. */
    private static final Plan TRIAL_PLAN = Plan.PRO;

    private static final int SLUG_OF_NAME = 50;

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Sessions sessions;

    @Inject
    private SingleUseTokens singleUseTokens;

    @Inject
    private IdentityMails mails;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    @Open(Open.To.ANYBODY)
    @SystemScope("the tenant isn't there yet")
    public Tokens register(SignUp request, String passwordHash, String userAgent) {
        if (taken("select count(*) from User u where u.email = :value", EmailAddress.normalized(request.email()))) {
            throw Refusal.of(ErrorCode.EMAIL_TAKEN);
        }
        Instant now = clock.instant();
        Tenant tenant = tenant(request.tenant(), now);
        User user = new User(request.email(), request.name(), tenant.locale(), passwordHash, now);
        entityManager.persist(tenant);
        entityManager.persist(user);
        entityManager.flush();
        entityManager.persist(Subscription.trial(tenant.id(), TRIAL_PLAN, now));
        Membership owner = new Membership(tenant.id(), user.id(), now);
        owner.grant(Grant.tenantWide(Role.TENANT_OWNER));
        entityManager.persist(owner);
        mails.verification(user, singleUseTokens.issue(user, Purpose.EMAIL_VERIFICATION));
        auditLog.happenedIn(
                tenant.id(),
                "tenant.signed-up",
                "tenant",
                tenant.id(),
                Map.of("name", tenant.name(), "owner", user.id(), "plan", TRIAL_PLAN));
        return sessions.begin(user, userAgent);
    }

    private Tenant tenant(FirstTenant request, Instant now) {
        return new Tenant(
                request.name().strip(),
                request.slug() == null ? freeSlug(request.name()) : request.slug(),
                request.type(),
                request.currency(),
                request.locale() == null ? "en" : request.locale(),
                ZoneId.of(request.timeZone()),
                now);
    }

    /** As near to the name as is free: with a few random letters where somebody has it already. */
    private String freeSlug(String name) {
        String slug = slug(name);
        if (slug.length() >= 3 && !taken("select count(*) from Tenant t where t.slug = :value", slug)) {
            return slug;
        }
        String letters = OpaqueToken.create().value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return slug + (slug.isEmpty() ? "t" : "-") + letters.substring(0, 6);
    }

    static String slug(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        String shorter = letters.length() <= SLUG_OF_NAME ? letters : letters.substring(0, SLUG_OF_NAME);
        return shorter.replaceAll("^-+|-+$", "");
    }

    private boolean taken(String query, String value) {
        return entityManager
                        .createQuery(query, Long.class)
                        .setParameter("value", value)
                        .getSingleResult()
                > 0;
    }
}
