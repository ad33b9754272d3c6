/**
 * What the product tells people: mail, for now.
 *
 * <p>Owns {@code mail_outbox}. Invariants: a mail is written in the transaction of what it tells of, and leaves after it;
 * it leaves at least once, always under the same message id; what a delivered mail said isn't kept. Depends on the kernel.
 */
package io.buildingos.notification;
