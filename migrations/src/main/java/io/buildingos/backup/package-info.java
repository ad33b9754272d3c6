/**
 * Backups that are proven: taken, listed, verified, restored and drilled by one implementation, for the operator's command
 * line and the jobs alike.
 *
 * <p>Owns what lies under {@code BACKUP_PREFIX} in the backups' bucket, and {@code backup_drills}. A backup is a folder
 * named by the UTC second it was begun in: the dump in one file or several, the inventory of the documents, and the
 * manifest, which is written last. Invariants: without a manifest there is no backup; nothing is ever overwritten; the counts of the manifest were
 * taken in the snapshot that was dumped; whatever fails removes nothing older. Depends on PostgreSQL's own programs, the
 * store, the configuration and the migrations.
 */
package io.buildingos.backup;
