package io.buildingos.identity;

import io.buildingos.notification.MailTemplate;
import io.buildingos.notification.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The mails with links in them. The token stands behind the #: browsers keep that part to themselves, so it is in no
 * server's log and no referrer.
 */
@ApplicationScoped
class IdentityMails {
    @Inject
    private Outbox outbox;

    @Inject
    @ConfigProperty(name = "APP_BASE_URL")
    private String baseUrl;

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
                Map.of("name", user.name(), "link", address("forgot-password")));
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
        return address(page) + "#token=" + token.value();
    }

    private String address(String page) {
        return (baseUrl.endsWith("/") ? baseUrl : baseUrl + "/") + page;
    }
}
