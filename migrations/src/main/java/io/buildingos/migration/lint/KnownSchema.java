package io.buildingos.migration.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the files read so far have made, as far as rules ask. */
final class KnownSchema {
    private final Map<String, String> notNullChecks = new HashMap<>();
    private final Map<String, String> constraintFiles = new HashMap<>();
    private final Set<String> foreignKeys = new HashSet<>();
    private final Set<String> notNullProven = new HashSet<>();
    private final Set<String> newTables = new HashSet<>();
    private final Set<String> newIndexes = new HashSet<>();
    private String file = "";

    void beginFile(String name) {
        file = name;
        newTables.clear();
        newIndexes.clear();
    }

    void tableMade(String table) {
        newTables.add(table);
    }

    void indexMade(String index) {
        newIndexes.add(index);
    }

    /** Empty, and unknown to everybody else until this file is committed. */
    boolean isNew(String table) {
        return newTables.contains(table);
    }

    boolean isNewIndex(String index) {
        return newIndexes.contains(index);
    }

    void foreignKeyMade(String table, String constraint) {
        foreignKeys.add(key(table, constraint));
    }

    boolean isForeignKey(String table, String constraint) {
        return foreignKeys.contains(key(table, constraint)) || constraint.endsWith("_fkey");
    }

    void addedNotValid(String table, String constraint) {
        constraintFiles.put(key(table, constraint), file);
    }

    void notNullCheckAdded(String table, String constraint, String column) {
        notNullChecks.put(key(table, constraint), column);
    }

    void validated(String table, String constraint) {
        String column = notNullChecks.get(key(table, constraint));
        if (column != null) {
            notNullProven.add(key(table, column));
        }
    }

    boolean wasAddedHere(String table, String constraint) {
        return file.equals(constraintFiles.get(key(table, constraint)));
    }

    boolean isProvenNotNull(String table, String column) {
        return notNullProven.contains(key(table, column));
    }

    private static String key(String table, String part) {
        return table + "." + part;
    }
}
