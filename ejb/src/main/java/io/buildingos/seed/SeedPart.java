package io.buildingos.seed;

/** What the months are made of, each written piece by piece: what one needs comes before it. */
public enum SeedPart {
    DOCUMENTS,
    BOOKS,
    WORK;

    /** How many pieces there are in a tenant. Without months there is no history. */
    public int pieces(SeedParameters parameters) {
        if (parameters.months() == 0) {
            return 0;
        }
        return switch (this) {
            case DOCUMENTS -> SeedDocuments.FILES;
            case BOOKS -> parameters.months() * SeedBooks.PHASES * parameters.buildings();
            case WORK -> parameters.months();
        };
    }
}
