package io.buildingos.migration.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.buildingos.migration.MigrationFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules by example. Before each one, an earlier file has made the tables {@code units} and {@code buildings}. */
class MigrationLintTest {
    private static final String TIMEOUTS = "SET LOCAL lock_timeout = '1s'; SET LOCAL statement_timeout = '60s';\n";
    private static final String SESSION_TIMEOUTS = "SET lock_timeout = '1s'; SET statement_timeout = '1h';\n";

    @TempDir
    private Path folder;

    /** SQL that breaks a rule, and the same aim reached within it. */
    record Example(LintRule rule, String bad, String good) {}

    static List<Example> examples() {
        String notNull = "ALTER TABLE units ADD CONSTRAINT units_floor_check CHECK (floor IS NOT NULL) NOT VALID;";
        return List.of(
                new Example(LintRule.NESTED_TRANSACTION, "BEGIN; COMMIT", "SELECT 1"),
                new Example(
                        LintRule.CONCURRENTLY_IN_TRANSACTION,
                        "CREATE INDEX CONCURRENTLY units_code_idx ON units (code)",
                        "CREATE TABLE a (b text); CREATE INDEX a_b_idx ON a (b)"),
                new Example(
                        LintRule.BACKFILL_WITH_STRUCTURE,
                        "ALTER TABLE units ADD COLUMN note text; UPDATE units SET note = ''",
                        "CREATE TABLE plans (name text); INSERT INTO plans VALUES ('FREE')"),
                new Example(
                        LintRule.BACKFILL_WITH_STRUCTURE,
                        "DO $$ BEGIN IF true THEN DELETE FROM units; END IF; END $$; CREATE TABLE a (b text)",
                        "DO $$ BEGIN IF true THEN DELETE FROM units; END IF; END $$"),
                new Example(LintRule.DROP_TABLE, "DROP TABLE units", "CREATE TABLE a (b text); DROP TABLE a"),
                new Example(
                        LintRule.DROP_COLUMN,
                        "ALTER TABLE units DROP COLUMN IF EXISTS code",
                        "ALTER TABLE units ALTER COLUMN code DROP DEFAULT"),
                new Example(LintRule.DROP_SCHEMA, "DROP SCHEMA old CASCADE", "CREATE SCHEMA new"),
                new Example(
                        LintRule.DROP_NOT_NULL,
                        "ALTER TABLE units ALTER code DROP NOT NULL",
                        "ALTER TABLE units ALTER code SET DEFAULT ''"),
                new Example(
                        LintRule.DROP_FOREIGN_KEY,
                        "ALTER TABLE units DROP CONSTRAINT units_building",
                        "ALTER TABLE units DROP CONSTRAINT units_code_check"),
                new Example(LintRule.TRUNCATE, "TRUNCATE TABLE units CASCADE", "SELECT 'TRUNCATE units'"),
                new Example(
                        LintRule.RENAME_TABLE,
                        "ALTER TABLE IF EXISTS public.units RENAME TO flats",
                        "CREATE TABLE a (b text); ALTER TABLE a RENAME TO c"),
                new Example(
                        LintRule.RENAME_COLUMN,
                        "ALTER TABLE units RENAME code TO number",
                        "ALTER TABLE units RENAME CONSTRAINT a TO b"),
                new Example(
                        LintRule.CHANGE_TYPE,
                        "ALTER TABLE units ALTER COLUMN code SET DATA TYPE varchar(9)",
                        "ALTER TABLE units ADD COLUMN short_code text"),
                new Example(LintRule.NOT_NULL_UNVALIDATED, "ALTER TABLE units ALTER floor SET NOT NULL", notNull),
                new Example(
                        LintRule.REQUIRED_COLUMN,
                        "ALTER TABLE units ADD floor bigint NOT NULL",
                        "ALTER TABLE units ADD floor bigint NOT NULL DEFAULT 0"),
                new Example(
                        LintRule.VOLATILE_DEFAULT,
                        "ALTER TABLE units ADD COLUMN key uuid DEFAULT gen_random_uuid()",
                        "ALTER TABLE units ADD COLUMN seen_at timestamptz DEFAULT now()"),
                new Example(
                        LintRule.FOREIGN_KEY_WITHOUT_NOT_VALID,
                        "ALTER TABLE units ADD CONSTRAINT x_fkey FOREIGN KEY (x) REFERENCES buildings",
                        "ALTER TABLE units ADD CONSTRAINT x_fkey FOREIGN KEY (x) REFERENCES buildings NOT VALID"),
                new Example(
                        LintRule.CHECK_WITHOUT_NOT_VALID,
                        "ALTER TABLE ONLY units ADD CHECK (length(code) < 9), ALTER code SET DEFAULT ''",
                        "ALTER TABLE units ADD CONSTRAINT c CHECK (length(code) < 9) NOT VALID"),
                new Example(
                        LintRule.VALIDATED_AT_ONCE,
                        notNull + "ALTER TABLE units VALIDATE CONSTRAINT units_floor_check",
                        "ALTER TABLE units VALIDATE CONSTRAINT units_earlier_check"),
                new Example(
                        LintRule.KEY_WITHOUT_INDEX,
                        "ALTER TABLE units ADD CONSTRAINT units_code_key UNIQUE (code)",
                        "ALTER TABLE units ADD CONSTRAINT units_code_key UNIQUE USING INDEX units_code_idx"),
                new Example(
                        LintRule.INDEX_WITHOUT_CONCURRENTLY,
                        "CREATE UNIQUE INDEX units_code_key ON units (code)",
                        "CREATE TABLE a (b text); CREATE UNIQUE INDEX a_b_key ON a (b); DROP INDEX a_b_key"),
                new Example(LintRule.INDEX_WITHOUT_CONCURRENTLY, "DROP INDEX units_code_idx", "SELECT 1"),
                new Example(LintRule.INDEX_WITHOUT_CONCURRENTLY, "REINDEX TABLE units", "SELECT 1"),
                new Example(
                        LintRule.ENUM_ORDER,
                        "ALTER TYPE priority ADD VALUE 'LOWEST' BEFORE 'LOW'",
                        "ALTER TYPE priority ADD VALUE 'URGENT'"),
                new Example(LintRule.CHAR_TYPE, "CREATE TABLE a (b char(3))", "CREATE TABLE a (b character varying)"),
                new Example(
                        LintRule.SERIAL_TYPE,
                        "CREATE TABLE a (id bigserial PRIMARY KEY)",
                        "CREATE TABLE a (id bigint GENERATED ALWAYS AS IDENTITY)"),
                new Example(
                        LintRule.SMALL_INTEGER_KEY,
                        "CREATE TABLE a (amount_minor integer NOT NULL)",
                        "CREATE TABLE a (amount_minor bigint NOT NULL, attempts integer)"),
                new Example(
                        LintRule.TIMESTAMP_WITHOUT_ZONE,
                        "ALTER TABLE units ADD COLUMN seen_at timestamp",
                        "ALTER TABLE units ADD COLUMN seen_at timestamp with time zone"),
                new Example(LintRule.JSON_TYPE, "CREATE TABLE a (b json)", "CREATE TABLE a (b jsonb)"),
                new Example(
                        LintRule.LONG_IDENTIFIER,
                        "CREATE TABLE " + "a".repeat(64) + " (b text)",
                        "CREATE TABLE " + "a".repeat(63) + " (b text)"),
                new Example(
                        LintRule.UNKNOWN_ALLOWANCE,
                        "-- lint: allow drop-everything: because we can\nSELECT 1",
                        "-- lint: allow truncate: the cache is rebuilt at start\nTRUNCATE units"),
                new Example(
                        LintRule.UNUSED_ALLOWANCE,
                        "-- lint: allow truncate: the cache is rebuilt at start\nSELECT 1",
                        "-- a comment about lint\nSELECT 1"),
                new Example(
                        LintRule.DROP_WITHOUT_RELEASE,
                        "-- lint: allow drop-table: nobody needs it\nDROP TABLE units",
                        "-- lint: allow drop-table: unused since 1.4\nDROP TABLE units"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void refusesTheDangerousFormAndAcceptsTheSafeOne(Example example) throws IOException {
        assertEquals(Set.of(example.rule()), rulesBrokenBy(TIMEOUTS + example.bad()), example.bad());
        assertEquals(Set.of(), rulesBrokenBy(TIMEOUTS + example.good()), example.good());
    }

    @Test
    void hasAnExampleOfEveryRule() {
        Set<LintRule> shown = examples().stream().map(Example::rule).collect(Collectors.toSet());
        // These are about whole files, each shown below.
        shown.addAll(EnumSet.of(
                LintRule.FILE_NAME,
                LintRule.MISSING_LOCK_TIMEOUT,
                LintRule.MISSING_STATEMENT_TIMEOUT,
                LintRule.REPEATABLE_STRUCTURE));
        assertEquals(EnumSet.allOf(LintRule.class), shown);
    }

    @Test
    void wantsTimeoutsBeforeAnythingElse() throws IOException {
        assertEquals(
                Set.of(LintRule.MISSING_LOCK_TIMEOUT, LintRule.MISSING_STATEMENT_TIMEOUT), rulesBrokenBy("SELECT 1"));
        assertEquals(
                Set.of(LintRule.MISSING_STATEMENT_TIMEOUT),
                rulesBrokenBy("SET LOCAL lock_timeout TO '900ms'; SELECT 1"));
        assertEquals(Set.of(LintRule.MISSING_LOCK_TIMEOUT), rulesBrokenBy(TIMEOUTS.replace("'1s'", "'2s'")));
        assertEquals(Set.of(LintRule.MISSING_LOCK_TIMEOUT), rulesBrokenBy(TIMEOUTS.replace("'1s'", "0")));
        assertEquals(2, rulesBrokenBy("SELECT 1;" + TIMEOUTS).size());
        assertEquals(2, rulesBrokenBy(SESSION_TIMEOUTS).size());
    }

    @Test
    void acceptsConcurrentIndexesOutsideATransaction() throws IOException {
        Files.writeString(folder.resolve("V202601020000__test_next.sql.conf"), "executeInTransaction = false\n");
        String index = "CREATE INDEX CONCURRENTLY units_code_idx ON units (code)";
        assertEquals(Set.of(), rulesBrokenBy(SESSION_TIMEOUTS + index));
        assertEquals(2, rulesBrokenBy(TIMEOUTS + index).size());
    }

    @Test
    void acceptsNotNullOnceItsCheckIsValidatedInALaterFile() throws IOException {
        write(
                "V202601010001__test_check.sql",
                TIMEOUTS + "ALTER TABLE units ADD CONSTRAINT c CHECK (floor IS NOT NULL) NOT VALID");
        String setNotNull = TIMEOUTS + "ALTER TABLE units ALTER COLUMN floor SET NOT NULL";
        assertEquals(Set.of(LintRule.NOT_NULL_UNVALIDATED), rulesBrokenBy(setNotNull));
        write("V202601010002__test_validate.sql", TIMEOUTS + "ALTER TABLE units VALIDATE CONSTRAINT c");
        assertEquals(Set.of(), rulesBrokenBy(setNotNull));
    }

    @Test
    void wantsNamesThatSortByDate() throws IOException {
        write("V7__test_next.sql", TIMEOUTS);
        assertEquals(Set.of(LintRule.FILE_NAME), rulesBroken());
    }

    @Test
    void keepsStructureOutOfRepeatableFiles() throws IOException {
        write("R__views.sql", TIMEOUTS + "CREATE OR REPLACE VIEW a AS SELECT 1");
        assertEquals(Set.of(), rulesBroken());
        write("R__views.sql", TIMEOUTS + "CREATE TABLE a (b text)");
        assertEquals(Set.of(LintRule.REPEATABLE_STRUCTURE), rulesBroken());
    }

    @Test
    void readsNoStatementsInCommentsStringsAndFunctionBodies() throws IOException {
        assertEquals(Set.of(), rulesBrokenBy(TIMEOUTS + """
                        -- DROP TABLE units;
                        /* DROP TABLE units; /* nested */ DROP TABLE units; */
                        SELECT 'it''s; DROP TABLE units', E'\\'; DROP TABLE units', "DROP TABLE units;";
                        CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $f$ DROP TABLE units; $f$;
                        """));
    }

    @Test
    void namesFileLineRuleAndRemedy() throws IOException {
        write("V202601020000__test_next.sql", TIMEOUTS + "\n\nDROP SCHEMA old");
        assertEquals(
                List.of("V202601020000__test_next.sql:4: drop-schema: everything in it is lost"),
                MigrationLint.check(MigrationFiles.in(folder)).stream()
                        .map(Finding::toString)
                        .toList());
    }

    @Test
    void findsNothingInTheProductsOwnMigrations() {
        MigrationFiles product = MigrationFiles.ofProduct();
        assertTrue(product.migrations().size() > 1);
        assertEquals(List.of(), MigrationLint.check(product));
    }

    private Set<LintRule> rulesBrokenBy(String sql) throws IOException {
        write(
                "V202601010000__test_first.sql",
                TIMEOUTS + "CREATE TABLE buildings (id uuid); CREATE TABLE units (code text,"
                        + " building_id uuid CONSTRAINT units_building REFERENCES buildings)");
        write("V202601020000__test_next.sql", sql);
        return rulesBroken();
    }

    private Set<LintRule> rulesBroken() {
        return MigrationLint.check(MigrationFiles.in(folder)).stream()
                .map(Finding::rule)
                .collect(Collectors.toSet());
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }
}
