package io.buildingos.notification;

import io.buildingos.kernel.CurrentCaller;
import io.buildingos.notification.Notifications.Told;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Copies of notifications, by mail. */
@ApplicationScoped
class NoticeMails {
    @Inject
    private Outbox outbox;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Pages pages;

    void post(List<Told> told) {
        outbox.post(
                currentCaller.get().requireTenant(),
                MailTemplate.NOTIFICATION,
                told.stream().map(this::copy).toList());
    }

    private Outbox.Mail copy(Told told) {
        Recipient recipient = told.recipient();
        return new Outbox.Mail(
                recipient.email(),
                recipient.locale(),
                Map.of(
                        "title", told.notice().title(),
                        "name", recipient.name(),
                        "text", told.notice().body(),
                        "link", pages.of(told.subject())));
    }
}
