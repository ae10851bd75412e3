package yingbao.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import yingbao.policy.pack.Area;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.AreaLevel;

/** How many of a synthetic province's households live in which village or community. */
final class SyntheticAreas {
    private final List<Area> places = new ArrayList<>();
    private final List<Boolean> rural = new ArrayList<>();
    /** Of all weights, those up to and with each place. */
    private final long[] upTo;

    SyntheticAreas(Pack pack, LocalDate day, Assumptions assumptions) {
        Map<String, Long> populations = assumptions.of("population");
        String villageName = assumptions.text("rural", "name");
        Map<String, List<Area>> byPrefecture = new HashMap<>();
        for (Area place : pack.areas().all(AreaLevel.VILLAGE, day)) {
            String prefecture = place.code().at(AreaLevel.PREFECTURE).shortForm();
            byPrefecture.computeIfAbsent(prefecture, _ -> new ArrayList<>()).add(place);
        }
        long villages = 0;
        long others = 0;
        for (String prefecture : populations.keySet()) {
            for (Area place : byPrefecture.getOrDefault(prefecture, List.of())) {
                villages += place.name().endsWith(villageName) ? 1 : 0;
                others += place.name().endsWith(villageName) ? 0 : 1;
            }
        }
        // One village has so many times the people of one community as makes the province's rural share.
        long share = assumptions.number("rural", "share");
        long ofVillage = share * Math.max(1, others);
        long ofOther = (SyntheticProvince.PER_MILLE - share) * Math.max(1, villages);
        List<Long> weights = new ArrayList<>();
        populations.forEach((prefecture, population) -> {
            List<Area> there = byPrefecture.getOrDefault(prefecture, List.of());
            long all = there.stream()
                    .mapToLong(place -> place.name().endsWith(villageName) ? ofVillage : ofOther)
                    .sum();
            for (Area place : there) {
                boolean village = place.name().endsWith(villageName);
                places.add(place);
                rural.add(village);
                weights.add(population * (village ? ofVillage : ofOther) / all);
            }
        });
        this.upTo = new long[weights.size()];
        long sum = 0;
        for (int place = 0; place < upTo.length; place++) {
            sum += weights.get(place);
            upTo[place] = sum;
        }
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** The place of a household, in the order of places: as many have each as its weight says. */
    int placeOf(long household, long ofAll) {
        long at = household * upTo[upTo.length - 1] / ofAll;
        int low = 0;
        int high = upTo.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] > at) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    AreaCode code(int place) {
        return places.get(place).code();
    }

    boolean isRural(int place) {
        return rural.get(place);
    }
}
