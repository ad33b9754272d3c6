package io.buildingos.backup;

/** Is told how far an act is. Whoever listens may end it by throwing {@link BackupFailure#stopped()}. */
public interface Progress {
    Progress NONE = new Progress() {
        @Override
        public void begins(String step) {}

        @Override
        public void moves(long done, long total) {}

        @Override
        public void tells(String fact) {}
    };

    /** @param step in words, as in "Dumping buildingos" */
    void begins(String step);

    /**
     * Called often.
     *
     * @param done bytes of this step
     * @param total 0 if nobody knows
     */
    void moves(long done, long total);

    /** @param fact that an operator should know of, though nothing failed */
    void tells(String fact);
}
