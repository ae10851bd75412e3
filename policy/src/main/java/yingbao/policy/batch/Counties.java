package yingbao.policy.batch;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/** The counties in which the areas of a population lie. An area that lies in none stands for itself. */
final class Counties {
    private final List<AreaCode> codes;
    /** For each area the place of its county. */
    private final int[] of;

    private Counties(List<AreaCode> codes, int[] of) {
        this.codes = codes;
        this.of = of;
    }

    static Counties of(Pack pack, LocalDate on, Population population) {
        Map<AreaCode, Integer> places = new LinkedHashMap<>();
        int[] of = new int[population.areas().size()];
        for (int area = 0; area < of.length; area++) {
            AreaCode own = population.areas().get(area);
            AreaCode county = pack.areas()
                    .within(AreaLevel.COUNTY, own, on)
                    .map(Area::code)
                    .orElse(own);
            of[area] = places.computeIfAbsent(county, _ -> places.size());
        }
        return new Counties(List.copyOf(places.keySet()), of);
    }

    List<AreaCode> codes() {
        return codes;
    }

    int size() {
        return codes.size();
    }

    /** The place of the county of a household of a chunk. */
    int of(DecidedChunk chunk, int household) {
        return of[chunk.areaOf(household)];
    }
}
