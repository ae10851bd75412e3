package yingbao.platform.trials;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import yingbao.platform.kernel.AreaScope;
import yingbao.platform.population.Taken;
import yingbao.policy.batch.Trial;
import yingbao.policy.batch.Watch;
import yingbao.policy.pack.Pack;

/**
 * What holds before, for those who move a slider: to decide it anew for every move would take as long again. It is decided once,
 * however many ask for it meanwhile, and ahead of time for whoever opens a page that will ask for it; one after the other, since
 * each takes every core. Whoever moves on while it is decided finds it decided.
 */
@Component
class Grounds implements DisposableBean {
    /** How often the whole register is kept: one of everybody is heavy, those of counties are light. */
    private static final int KEPT = 6;

    private static final int AHEAD_MAX = 4;
    private static final int LOOK_MILLIS = 20;

    private final Map<Key, Ground> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final ExecutorService one = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("trial-grounds").daemon().factory());
    private final AtomicInteger ahead = new AtomicInteger();
    private final AtomicInteger decided = new AtomicInteger();

    private record Key(Instant taken, String pack, LocalDate on, AreaScope scope) {}

    /** One that is decided, or will be. */
    private static final class Ground {
        final CompletableFuture<Optional<Trial>> trial = new CompletableFuture<>();
        final List<Watch> waiting = new ArrayList<>();
        boolean isAhead;
        int households;

        synchronized void add(Watch watch) {
            if (!trial.isDone()) {
                waiting.add(watch);
            }
        }

        /** Whether anybody still wants it when its turn has come. */
        synchronized boolean isWanted() {
            return isAhead || waiting.stream().anyMatch(watch -> !watch.isStopped());
        }
    }

    /** What holds in a scope on a day; empty where the watch stopped it. */
    Optional<Trial> of(Taken taken, Tried tried, AreaScope scope, Watch watch) {
        while (!watch.isStopped()) {
            Optional<Trial> trial = await(ground(taken, tried, scope, watch), watch);
            if (trial.isPresent()) {
                return trial;
            }
        }
        return Optional.empty();
    }

    /**
     * Has it decided before anybody asks, unless enough waits to be decided ahead of time already.
     *
     * @param tried what will probably be asked first
     */
    void ahead(Taken taken, Tried tried, AreaScope scope) {
        Key key = key(taken, tried, scope);
        synchronized (kept) {
            if (kept.containsKey(key) || ahead.get() >= AHEAD_MAX) {
                return;
            }
            Ground ground = new Ground();
            ground.isAhead = true;
            ahead.incrementAndGet();
            begin(key, ground, taken, tried);
        }
    }

    /** How many were decided since the start. */
    int decided() {
        return decided.get();
    }

    private static Key key(Taken taken, Tried tried, AreaScope scope) {
        return new Key(taken.at(), tried.version(), tried.month().atDay(1), scope);
    }

    private Ground ground(Taken taken, Tried tried, AreaScope scope, Watch watch) {
        Key key = key(taken, tried, scope);
        synchronized (kept) {
            Ground known = kept.get(key);
            if (known != null) {
                known.add(watch);
                return known;
            }
            Ground ground = new Ground();
            ground.add(watch);
            begin(key, ground, taken, tried);
            return ground;
        }
    }

    private void begin(Key key, Ground ground, Taken taken, Tried tried) {
        ground.households = taken.in(key.scope()).households();
        // Nobody asks of an older register any more.
        kept.keySet().removeIf(other -> other.taken().isBefore(key.taken()));
        kept.put(key, ground);
        forget((long) KEPT * taken.population().households());
        Pack before = tried.before();
        Pack after = tried.after();
        one.execute(() -> {
            decide(key, ground, taken, before);
            // The first question makes ready what the next ones of the same programmes need.
            if (ground.isAhead && ground.trial.isDone() && !ground.trial.isCompletedExceptionally()) {
                ground.trial.join().ifPresent(trial -> trial.against(after, Watch.NOBODY));
            }
        });
    }

    /** Those asked for longest ago, until the rest fits. */
    private void forget(long most) {
        long households = 0;
        for (Ground ground : kept.values()) {
            households += ground.households;
        }
        for (Iterator<Ground> oldest = kept.values().iterator(); oldest.hasNext() && households > most; ) {
            households -= oldest.next().households;
            oldest.remove();
        }
    }

    private void decide(Key key, Ground ground, Taken taken, Pack before) {
        try {
            Optional<Trial> trial = ground.isWanted()
                    ? Trial.of(before, key.on(), taken.population(), taken.in(key.scope()), Watch.NOBODY)
                    : Optional.empty();
            trial.ifPresentOrElse(_ -> decided.incrementAndGet(), () -> drop(key, ground));
            ground.trial.complete(trial);
        } catch (RuntimeException | Error failed) {
            drop(key, ground);
            ground.trial.completeExceptionally(failed);
        } finally {
            ahead.addAndGet(ground.isAhead ? -1 : 0);
        }
    }

    private void drop(Key key, Ground ground) {
        synchronized (kept) {
            kept.remove(key, ground);
        }
    }

    private static Optional<Trial> await(Ground ground, Watch watch) {
        try {
            while (!watch.isStopped()) {
                try {
                    return ground.trial.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException goesOn) {
                    // Whoever waits may have asked something else by now.
                }
            }
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    @Override
    public void destroy() {
        one.shutdownNow();
    }
}
