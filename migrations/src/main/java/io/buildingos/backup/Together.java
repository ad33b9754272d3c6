package io.buildingos.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Acts that go on at once: all of them end well, or the first that fails ends the others. Whoever asked for them waits, and
 * hears of their progress on the own thread.
 */
final class Together {
    private static final int TOLD_EVERY_MILLIS = 100;

    private final Progress progress;
    private final long total;
    private final List<Part> parts = new ArrayList<>();
    private final Set<Worker> workers = ConcurrentHashMap.newKeySet();
    private final ExecutorService pool;
    private volatile boolean over;

    private Together(int atOnce, Progress progress, long total) {
        this.progress = progress;
        this.total = total;
        this.pool = Executors.newFixedThreadPool(atOnce, work -> {
            Worker worker = new Worker(work);
            workers.add(worker);
            return worker;
        });
    }

    /** One of them; ends early when its progress says so. */
    interface Act<T> {
        T run(Progress progress);
    }

    /**
     * What they returned, in their order.
     *
     * @param total bytes of all of them, 0 if nobody knows
     */
    static <T> List<T> run(int atOnce, Progress progress, long total, List<Act<T>> acts) {
        Together together = new Together(atOnce, progress, total);
        try {
            return together.results(acts);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw BackupFailure.failed("Interrupted", interrupted);
        } finally {
            together.end();
        }
    }

    private <T> List<T> results(List<Act<T>> acts) throws InterruptedException {
        var ended = new ExecutorCompletionService<T>(pool);
        List<Future<T>> futures = new ArrayList<>();
        for (Act<T> act : acts) {
            Part part = new Part();
            parts.add(part);
            futures.add(ended.submit(() -> act.run(part)));
        }
        int left = acts.size();
        while (left > 0) {
            Future<T> next = ended.poll(TOLD_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            if (next != null) {
                result(next);
                left--;
            }
            progress.moves(parts.stream().mapToLong(part -> part.done).sum(), total);
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(result(future));
        }
        return results;
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Waits until nobody works any more, and so nothing half-written is left. */
    private void end() {
        over = true;
        pool.shutdown();
        boolean interrupted = Thread.interrupted();
        while (!pool.isTerminated()) {
            workers.forEach(Worker::endPrograms);
            try {
                pool.awaitTermination(TOLD_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever listens to a program that says nothing sees only by its end that all is over. */
    static final class Worker extends Thread {
        private final Set<ToolProcess> programs = ConcurrentHashMap.newKeySet();

        private Worker(Runnable work) {
            super(work, "backup");
            setDaemon(true);
        }

        void started(ToolProcess program) {
            programs.add(program);
        }

        private void endPrograms() {
            programs.forEach(ToolProcess::close);
        }
    }

    private final class Part implements Progress {
        private volatile long done;

        @Override
        public void begins(String step) {
            throw new UnsupportedOperationException("said by whoever began all of them");
        }

        @Override
        public void moves(long bytes, long ofBytes) {
            if (over) {
                throw BackupFailure.stopped();
            }
            done = bytes;
        }

        @Override
        public void tells(String fact) {
            throw new UnsupportedOperationException("said by whoever began all of them");
        }
    }
}
