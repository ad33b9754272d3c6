package io.buildingos.announcement;

/**
 * How far an announcement got.
 *
 * @param recipients to whom it was sent
 * @param withAccount who can read it here; the others got a mail
 * @param read who of these has
 * @param readRate between 0 and 1; 0 when nobody could
 */
public record ReachView(long recipients, long withAccount, long read, double readRate) {
    /** As it is counted. */
    public ReachView(long recipients, long withAccount, long read) {
        this(recipients, withAccount, read, withAccount == 0 ? 0 : (double) read / withAccount);
    }
}
