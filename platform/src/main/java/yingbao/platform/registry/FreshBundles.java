package yingbao.platform.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import yingbao.policy.batch.Block;
import yingbao.policy.batch.Bundle;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Facts;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/** Households that are just being registered, as bundles of one area each. */
final class FreshBundles {
    private final Pack pack;
    private final Map<AreaCode, Open> open = new TreeMap<>();
    private final List<Closed> closed = new ArrayList<>();

    /** A bundle that may take more. */
    private record Open(Block.Builder block, List<CopyQueries.Home> households) {}

    private record Closed(Block block, List<CopyQueries.Home> households) {}

    FreshBundles(Pack pack) {
        this.pack = pack;
    }

    /**
     * Adds a household.
     *
     * @param id greater than that of any household before
     * @param facts its own, under whatever id
     * @param members with their ids, in the order of their numbers
     */
    void add(UUID id, AreaCode area, Facts facts, List<Facts> members) {
        Open bundle = open.computeIfAbsent(area, _ -> new Open(new Block.Builder(pack), new ArrayList<>()));
        bundle.block().add(new Household(area, facts.withId(id.toString()), members));
        bundle.households().add(new CopyQueries.Home(id, area));
        if (bundle.block().isFull()) {
            open.remove(area);
            close(bundle);
        }
    }

    private void close(Open bundle) {
        closed.add(new Closed(bundle.block().build(), bundle.households()));
    }

    /** All of them. */
    List<BundleQueries.New> bundles(FactCodec codec) {
        open.values().forEach(this::close);
        open.clear();
        return closed.stream()
                .map(bundle -> new BundleQueries.New(
                        bundle.households(), Optional.of(codec.sealed(Bundle.bytes(bundle.block())))))
                .toList();
    }
}
