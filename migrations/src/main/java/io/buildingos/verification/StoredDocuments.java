package io.buildingos.verification;

import io.buildingos.store.ObjectStore;
import io.buildingos.store.StoreFailure;
import io.buildingos.store.StoredObject;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/**
 * The document store against the rows: every revision has its object with its size, and on request its content; every
 * object has its row. Both are listed once in the order of their keys and merged, so that memory doesn't grow with them;
 * contents are read afterwards, page by page, since a snapshot held for as long would keep every dead row of the database.
 */
public final class StoredDocuments {
    private static final String FOLDER = "documents/";
    private static final int FETCH = 1_000;
    /** What is younger may be on its way: objects come before their rows, and go after them. */
    private static final Duration GRACE = Duration.ofDays(1);

    /** Stands after all the others. */
    public static final Check CHECK = new Check(
            Check.all().size(),
            "documents-stored",
            Severity.ERROR,
            Check.Kind.ROWS,
            null,
            "Every document's revision has its object, of its size and content, and every object has its row.",
            "select tenant_id, id, object_key, size_bytes, sha256 from document_revisions"
                    + " order by object_key collate \"C\"");

    private static final String PAGE =
            "select tenant_id, id, object_key, size_bytes, sha256 from document_revisions where id > ? order by id limit "
                    + FETCH;

    private final ObjectStore store;
    private final boolean contents;
    private final Instant young;
    private final List<Finding> findings = new ArrayList<>();
    private long total;

    /** @param contents whether every object is read to its end */
    public StoredDocuments(ObjectStore store, boolean contents, Instant now) {
        this.store = store;
        this.contents = contents;
        this.young = now.minus(GRACE);
    }

    /** @throws io.buildingos.store.StoreFailure when the store can't be asked, which says nothing about the documents */
    public CheckResult compare(Connection connection) throws SQLException {
        long begun = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (var listed = store.list(FOLDER);
                    ResultSet rows = statement.executeQuery(CHECK.query())) {
                merge(listed.iterator(), rows);
            }
        }
        if (contents) {
            read(connection);
        }
        return new CheckResult(
                CHECK,
                total == 0 ? CheckResult.Outcome.CLEAN : CheckResult.Outcome.FINDINGS,
                null,
                total,
                findings,
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    private void merge(Iterator<StoredObject> objects, ResultSet rows) throws SQLException {
        StoredObject object = next(objects);
        while (rows.next()) {
            String key = rows.getString(3);
            while (object != null && object.key().compareTo(key) < 0) {
                orphan(object);
                object = next(objects);
            }
            boolean there = object != null && object.key().equals(key);
            compare(rows, there ? object : null);
            object = there ? next(objects) : object;
        }
        for (; object != null; object = next(objects)) {
            orphan(object);
        }
    }

    private void compare(ResultSet row, StoredObject object) throws SQLException {
        String wrong = null;
        if (object == null) {
            wrong = "there is no object " + row.getString(3);
        } else if (object.size() != row.getLong(4)) {
            wrong = "its object has %d bytes, not %d".formatted(object.size(), row.getLong(4));
        }
        // Who deletes removes the row first: what went since we began is no fault.
        if (wrong != null
                && isStillThere(row.getObject(2, UUID.class), row.getStatement().getConnection())) {
            add(new Finding(row.getObject(1, UUID.class), "document_revisions", row.getString(2), wrong));
        }
    }

    private void read(Connection connection) throws SQLException {
        UUID last = new UUID(0, 0);
        for (List<Revision> page = page(connection, last); !page.isEmpty(); page = page(connection, last)) {
            for (Revision revision : page) {
                if (isOther(revision) && isStillThere(revision.id(), connection)) {
                    String wrong = "its object has another content";
                    add(new Finding(
                            revision.tenant(),
                            "document_revisions",
                            revision.id().toString(),
                            wrong));
                }
                last = revision.id();
            }
        }
    }

    private static List<Revision> page(Connection connection, UUID after) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(PAGE)) {
            query.setObject(1, after);
            try (ResultSet rows = query.executeQuery()) {
                List<Revision> page = new ArrayList<>();
                while (rows.next()) {
                    page.add(new Revision(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, UUID.class),
                            rows.getString(3),
                            rows.getLong(4),
                            rows.getString(5)));
                }
                forgetSnapshot(connection);
                return page;
            }
        }
    }

    /** PostgreSQL keeps a query's until the transaction's next statement, and this one needs none. */
    private static void forgetSnapshot(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = 0");
        }
    }

    private static boolean isStillThere(UUID revision, Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select exists (select from document_revisions where id = ?)")) {
            query.setObject(1, revision);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private void orphan(StoredObject object) {
        if (object.changedAt().isBefore(young)) {
            add(new Finding(null, "objects", object.key(), "no row knows it; retention removes it"));
        }
    }

    private void add(Finding finding) {
        total++;
        if (findings.size() < Verification.KEPT) {
            findings.add(finding);
        }
    }

    /** Of the right size: what isn't there or has another one was found before. */
    private boolean isOther(Revision revision) {
        try (DigestInputStream body =
                new DigestInputStream(store.read(revision.key()), MessageDigest.getInstance("SHA-256"))) {
            return body.transferTo(OutputStream.nullOutputStream()) == revision.size()
                    && !HexFormat.of()
                            .formatHex(body.getMessageDigest().digest())
                            .equals(revision.sha256());
        } catch (StoreFailure failure) {
            if (failure.reason() == StoreFailure.Reason.NO_SUCH_OBJECT) {
                return false;
            }
            throw failure;
        } catch (IOException broken) {
            throw StoreFailure.brokenOff(store.bucket(), revision.key(), broken);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static StoredObject next(Iterator<StoredObject> objects) {
        return objects.hasNext() ? objects.next() : null;
    }

    private record Revision(UUID tenant, UUID id, String key, long size, String sha256) {}
}
