package io.buildingos.batch.seed;

import jakarta.batch.api.chunk.AbstractItemReader;
import java.io.Serializable;

/** Counts: the plan computes what each number stands for. The checkpoint is the next number. */
abstract class NumberReader extends AbstractItemReader {
    private int next;
    private int end;

    abstract int end();

    /** Told once, when it opens. */
    abstract void expected(int total);

    @Override
    public void open(Serializable checkpoint) {
        next = checkpoint == null ? 0 : (Integer) checkpoint;
        end = end();
        expected(end);
    }

    @Override
    public Integer readItem() {
        return next < end ? next++ : null;
    }

    @Override
    public Serializable checkpointInfo() {
        return next;
    }
}
