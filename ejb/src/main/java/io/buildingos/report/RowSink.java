package io.buildingos.report;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Takes rows one by one and keeps none; closing ends the file and leaves the stream below open. */
interface RowSink extends Closeable {
    /** @param cells texts, numbers and nulls; texts are made safe here */
    void write(List<Object> cells) throws IOException;
}
