/**
 * What the product tells people: a feed in the product, and mail.
 *
 * <p>Owns {@code notifications}, {@code notification_preferences}, {@code mail_outbox}, {@code mail_attachments},
 * {@code mail_attempts} and {@code mail_suppressions}. Invariants: a notification or mail is written in the transaction
 * of what it tells of, and a mail leaves after it; it leaves at least once, always under the same message id or key, and
 * never from two nodes at once; every try is in the log; what a delivered mail said isn't kept; an address where nobody
 * is gets no more. Depends on the kernel, the audit and the documents (attachments); it asks by query only for users,
 * people, memberships and tenants, whose features depend on it.
 *
 * <p>Other features call {@link io.buildingos.notification.Notifications} in their transaction; a new kind of news
 * is a new {@link io.buildingos.notification.NotificationType} and its words in {@code notices_en.properties} and
 * {@code notices_es.properties}.
 */
package io.buildingos.notification;
