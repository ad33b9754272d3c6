package io.buildingos.smoke;

/**
 * One thing that is tried.
 *
 * @param writes left out in read-only mode
 * @param account whose log-in it needs; null for none
 */
record Step(String name, boolean writes, Account.Kind account, Act act) {

    static Step open(String name, Act act) {
        return new Step(name, false, null, act);
    }

    static Step reading(String name, Account.Kind account, Act act) {
        return new Step(name, false, account, act);
    }

    static Step writing(String name, Account.Kind account, Act act) {
        return new Step(name, true, account, act);
    }

    /** Throws what went wrong; may return a remark. */
    interface Act {
        String on(Visit visit) throws Failure;
    }

    /** What was seen instead of what should have been. */
    static class Failure extends Exception {
        private static final long serialVersionUID = 1;

        Failure(String message) {
            super(message);
        }
    }

    /** It stands on something that isn't there, because an earlier step failed or was left out. */
    static final class NotTried extends Failure {
        private static final long serialVersionUID = 1;

        NotTried(String message) {
            super(message);
        }
    }
}
