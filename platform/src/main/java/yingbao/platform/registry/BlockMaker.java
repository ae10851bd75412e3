package yingbao.platform.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import yingbao.policy.batch.Block;
import yingbao.policy.batch.Bundle;
import yingbao.policy.batch.Population;
import yingbao.policy.batch.Span;
import yingbao.policy.pack.Pack;

/**
 * Makes one block of the register: of households as they were taken before, as bundles have them, or, where neither tells,
 * as their statements say. What had to be read is bundled for the next time.
 */
final class BlockMaker {
    /** Where a block was put together of more bundles, it becomes one. */
    private static final int MANY_BUNDLES = 64;

    private final Terms terms;
    private final FactCodec codec;
    private final Pack pack;
    private final Block.Builder block;
    private final Block.Builder bundling;
    private final List<CopyQueries.Home> bundled = new ArrayList<>();
    private final List<CopyQueries.Home> toRead = new ArrayList<>();
    private Optional<Run> run = Optional.empty();
    private Bundles bundles = new Bundles();

    /**
     * What all blocks of a taking have in common.
     *
     * @param on the day whose facts and members are wanted
     * @param bundles which bundles may be used, a condition on bundles {@code b}
     * @param stale households that are to be read whatever bundles tell
     */
    record Terms(LocalDate on, String bundles, Set<UUID> stale) {}

    /**
     * A block, and what came of making it.
     *
     * @param bundles what had to be read, for the next time
     * @param unwanted bundles that tell of nobody any longer
     * @param read how many households were read
     */
    record Made(Block block, List<BundleQueries.New> bundles, List<Long> unwanted, int read) {}

    /** Households that follow each other in a population and in the block. */
    private record Run(Population in, Span span, boolean fromBundle) {}

    BlockMaker(FactCodec codec, Pack pack, Terms terms) {
        this.codec = codec;
        this.pack = pack;
        this.terms = terms;
        this.block = new Block.Builder(pack);
        this.bundling = new Block.Builder(pack);
    }

    /** Makes a block of everybody in a stretch. */
    Made everybody(Connection connection, CopyQueries.Stretch stretch) throws SQLException {
        List<CopyQueries.Home> households = new ArrayList<>();
        CopyQueries.households(connection, stretch, households::add);
        bundles = Bundles.read(connection, stretch, terms.bundles(), terms.on(), codec, pack);
        List<CopyQueries.Home> lacking = lacking(households);
        StatementReader reader = new StatementReader(codec, pack, terms.on());
        read(connection, lacking, reader);
        households.forEach(household -> add(household, reader));
        return made(lacking.size(), isCrowded() ? bundles.inside() : bundles.unwanted());
    }

    /** Puts households that changed among those that did not. */
    Made changed(Connection connection, Splice.Part part, Population before) throws SQLException {
        List<CopyQueries.Home> changed = part.changed();
        StatementReader reader = new StatementReader(codec, pack, terms.on());
        List<CopyQueries.Home> lacking = List.of();
        if (!changed.isEmpty()) {
            if (!terms.bundles().isEmpty()) {
                CopyQueries.Stretch stretch = CopyQueries.Stretch.between(changed.getFirst(), changed.getLast());
                bundles = Bundles.read(connection, stretch, terms.bundles(), terms.on(), codec, pack);
            }
            lacking = lacking(changed);
            read(connection, lacking, reader);
        }
        for (Splice.Piece piece : part.pieces()) {
            switch (piece) {
                case Splice.Piece.Kept(Span span) -> add(before, span, false);
                case Splice.Piece.Changed(CopyQueries.Home household) -> add(household, reader);
            }
        }
        return made(lacking.size(), List.of());
    }

    private static void read(Connection connection, List<CopyQueries.Home> lacking, StatementReader reader)
            throws SQLException {
        if (!lacking.isEmpty()) {
            reader.read(connection, lacking);
        }
    }

    /** Whether what bundles tell is put into one. */
    private boolean isCrowded() {
        return bundles.count() > MANY_BUNDLES;
    }

    private List<CopyQueries.Home> lacking(List<CopyQueries.Home> households) {
        return households.stream()
                .filter(household -> found(household.id()).isEmpty())
                .toList();
    }

    private Optional<Bundles.Found> found(UUID household) {
        return terms.stale().contains(household) ? Optional.empty() : bundles.find(household);
    }

    private void add(CopyQueries.Home household, StatementReader reader) {
        Optional<Bundles.Found> found = found(household.id());
        if (found.isPresent()) {
            int row = found.get().row();
            if (isCrowded()) {
                bundled.add(household);
            }
            add(found.get().in(), new Span(row, row + 1), true);
            return;
        }
        copyRun();
        if (reader.isPassing(household.id())) {
            toRead.add(household);
            reader.put(household.id(), List.of(block));
        } else {
            bundled.add(household);
            reader.put(household.id(), List.of(block, bundling));
        }
    }

    private void add(Population in, Span span, boolean fromBundle) {
        Optional<Run> before = run.filter(some -> some.in() == in && some.span().to() == span.from());
        if (before.isEmpty()) {
            copyRun();
        }
        int from = before.map(some -> some.span().from()).orElse(span.from());
        run = Optional.of(new Run(in, new Span(from, span.to()), fromBundle));
    }

    private void copyRun() {
        run.ifPresent(some -> {
            block.copy(some.in(), some.span());
            if (some.fromBundle() && isCrowded()) {
                bundling.copy(some.in(), some.span());
            }
        });
        run = Optional.empty();
    }

    private Made made(int read, List<Long> unwanted) {
        copyRun();
        List<BundleQueries.New> made = new ArrayList<>();
        if (!bundled.isEmpty()) {
            byte[] sealed = codec.sealed(Bundle.bytes(bundling.build()));
            made.add(new BundleQueries.New(bundled, Optional.of(sealed)));
        }
        if (!toRead.isEmpty()) {
            made.add(new BundleQueries.New(toRead, Optional.empty()));
        }
        return new Made(block.build(), made, unwanted, read);
    }
}
