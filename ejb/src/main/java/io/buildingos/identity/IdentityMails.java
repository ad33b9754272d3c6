package io.buildingos.identity;

import io.buildingos.notification.MailTemplate;
import io.buildingos.notification.Outbox;
import io.buildingos.notification.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/**
 * The mails with links in them. The token stands behind the #: browsers keep that part to themselves, so it is in no
 * server's log and no referrer.
 */
@ApplicationScoped
class IdentityMails {
    @Inject
    private Outbox outbox;

    @Inject
    private Pages pages;

    void verification(User user, OpaqueToken token) {
        outbox.post(
                null,
                user.email(),
                MailTemplate.EMAIL_VERIFICATION,
                user.locale(),
                Map.of(
                        "name", user.name(),
                        "link", link("verify-email", token),
                        "hours", Long.toString(SingleUseToken.VERIFICATION_LIFE.toHours())));
    }

    void reset(User user, OpaqueToken token) {
        outbox.post(
                null,
                user.email(),
                MailTemplate.PASSWORD_RESET,
                user.locale(),
                Map.of(
                        "name", user.name(),
                        "link", link("reset-password", token),
                        "minutes", Long.toString(SingleUseToken.RESET_LIFE.toMinutes())));
    }

    void passwordChanged(User user) {
        outbox.post(
                null,
                user.email(),
                MailTemplate.PASSWORD_CHANGED,
                user.locale(),
                Map.of("name", user.name(), "link", pages.at("forgot-password")));
    }

    void invitation(
            UUID tenant, String tenantName, String locale, String inviter, String recipient, OpaqueToken token) {
        outbox.post(
                tenant,
                recipient,
                MailTemplate.INVITATION,
                locale,
                Map.of(
                        "inviter",
                        inviter,
                        "tenant",
                        tenantName,
                        "link",
                        link("accept-invitation", token),
                        "days",
                        Long.toString(Invitation.LIFE.toDays())));
    }

    private String link(String page, OpaqueToken token) {
        return pages.at(page) + "#token=" + token.value();
    }
}
