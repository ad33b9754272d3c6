package io.buildingos.migration.lint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a migration must not do without a named reason, and what to do instead. */
public enum LintRule {
    FILE_NAME("name it V<yyyyMMddHHmm>__<feature>_<what>.sql"),
    MISSING_LOCK_TIMEOUT(
            "begin with SET LOCAL lock_timeout = '1s' (SET without a transaction): others queue behind us"),
    MISSING_STATEMENT_TIMEOUT("begin with SET LOCAL statement_timeout (SET without a transaction)"),
    NESTED_TRANSACTION("the file is already one transaction"),
    CONCURRENTLY_IN_TRANSACTION("put executeInTransaction=false into a .conf file beside it"),
    REPEATABLE_STRUCTURE("repeatable files hold views and functions only"),
    BACKFILL_WITH_STRUCTURE("change rows in a file of their own: the locks of this one last as long"),
    DROP_TABLE("the running release may use it; drop it a release later"),
    DROP_COLUMN("the running release may use it; drop it a release later"),
    DROP_SCHEMA("everything in it is lost"),
    DROP_NOT_NULL("readers may rely on it"),
    DROP_FOREIGN_KEY("references would break unseen"),
    DROP_WITHOUT_RELEASE("say in the reason which release stopped using it: unused since <version>"),
    TRUNCATE("rows are lost"),
    RENAME_TABLE("the running release knows the old name; add a view or a new table"),
    RENAME_COLUMN("the running release knows the old name; add a column and copy"),
    CHANGE_TYPE("it may rewrite the table under a lock; add a column and copy"),
    NOT_NULL_UNVALIDATED("add CHECK (… IS NOT NULL) NOT VALID, validate it in a later file, then set it"),
    REQUIRED_COLUMN("rows and the running release don't have it; add it with a default or nullable"),
    VOLATILE_DEFAULT("it rewrites the table under a lock; add the column, then backfill"),
    FOREIGN_KEY_WITHOUT_NOT_VALID("add NOT VALID, and VALIDATE CONSTRAINT in a later file"),
    CHECK_WITHOUT_NOT_VALID("add NOT VALID, and VALIDATE CONSTRAINT in a later file"),
    VALIDATED_AT_ONCE("VALIDATE CONSTRAINT in a later file: the lock of ADD lasts until commit"),
    KEY_WITHOUT_INDEX("create the unique index CONCURRENTLY first, then add the constraint USING INDEX"),
    INDEX_WITHOUT_CONCURRENTLY("writers wait for the whole build; add CONCURRENTLY"),
    ENUM_ORDER("the order of an enum's values is part of its meaning; add at the end, or use text with a CHECK"),
    CHAR_TYPE("char(n) pads with blanks; use text with a CHECK"),
    SERIAL_TYPE("use uuid, or bigint GENERATED … AS IDENTITY"),
    SMALL_INTEGER_KEY("ids, versions, amounts and sizes outgrow it; use bigint"),
    TIMESTAMP_WITHOUT_ZONE("use timestamptz"),
    JSON_TYPE("use jsonb"),
    LONG_IDENTIFIER("PostgreSQL cuts names after 63 bytes"),
    UNKNOWN_ALLOWANCE("there is no such rule, or the reason is missing: -- lint: allow <rule>: <reason>"),
    UNUSED_ALLOWANCE("nothing here needs it");

    private final String advice;

    LintRule(String advice) {
        this.advice = advice;
    }

    /** The name that an allowance uses. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String advice() {
        return advice;
    }

    static Optional<LintRule> named(String label) {
        return Arrays.stream(values())
                .filter(rule -> rule.label().equals(label))
                .findFirst();
    }
}
