/**
 * Who may log in, the sessions they hold, and what they are in which tenant.
 *
 * <p>Owns {@code users}, {@code recovery_codes}, {@code memberships}, {@code membership_roles}, {@code sessions},
 * {@code refresh_tokens}, {@code single_use_tokens} and {@code invitations}. Invariants: no secret is stored readable;
 * a refresh token works once, and its reuse ends its session; a tenant keeps an owner; nobody raises their own role; what
 * is taken away is gone within a minute. Depends on the kernel, the audit, the tenancy and, for its mails, the
 * notification.
 */
package io.buildingos.identity;
