package io.buildingos.notification;

import io.buildingos.kernel.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Copies of notifications, by mail. */
@ApplicationScoped
class NoticeMails {
    @Inject
    private Outbox outbox;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    @ConfigProperty(name = "APP_BASE_URL")
    private String baseUrl;

    void post(Recipient recipient, Notice notice, Subject subject) {
        outbox.post(
                currentCaller.get().requireTenant(),
                recipient.email(),
                MailTemplate.NOTIFICATION,
                recipient.locale(),
                Map.of(
                        "title", notice.title(),
                        "name", recipient.name(),
                        "text", notice.body(),
                        "link", page(subject)));
    }

    /** Pages are named as what they show, in the plural. */
    private String page(Subject subject) {
        return "%s/%ss/%s".formatted(baseUrl.replaceFirst("/+$", ""), subject.type(), subject.id());
    }
}
