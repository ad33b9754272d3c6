package io.buildingos.jobs;

import java.time.Instant;

/**
 * A server of the installation.
 *
 * @param answering it is the one that answers now
 * @param alive it has said so within {@value JobNodes#SILENT_SECONDS} seconds, or still has a session at the database
 * @param seenAt when it last said that it lives, by the database's clock
 * @param connections of its pool, at the database
 * @param busy of these, with a statement or a transaction under way
 * @param locked of these, waiting for a lock that another one holds
 */
public record NodeView(
        String name,
        boolean answering,
        boolean alive,
        Instant startedAt,
        Instant seenAt,
        long connections,
        long busy,
        long locked) {}
