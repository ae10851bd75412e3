package yingbao.platform.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a family lives on in a year, in whole yuan, and what is known of it. Families that are looked into are known whole;
 * of the others cells are missing, as they are wherever nobody has asked yet.
 */
final class DemoMeans {
    /** Yuan a head and year below which each class lies, in the country. */
    private static final List<Integer> CEILINGS = List.of(2_700, 5_200, 8_500, 16_000, 45_000);

    private static final List<Integer> USUAL = List.of(21, 50, 220, 437, 272);
    private static final List<Integer> AT_RISK = List.of(118, 122, 310, 330, 120);
    private static final int TOWN_PERCENT = 150;
    private static final int PERCENT = 100;
    private static final int POOR = 2;

    private final Chance chance;
    private final int level;
    private final boolean lookedInto;
    private final Map<String, String> cells = new LinkedHashMap<>();

    /**
     * Draws the means of a family.
     *
     * @param members how many they are
     * @param town whether they live in town, where everything is dearer
     * @param atRisk whether age, illness or disability makes poverty likely
     * @param ableAdults how many of them can work
     */
    DemoMeans(Chance chance, int members, boolean town, boolean atRisk, int ableAdults) {
        this.chance = chance;
        this.level = chance.weighted(atRisk ? AT_RISK : USUAL);
        this.lookedInto = level < POOR ? chance.perMille(930) : chance.perMille(250);
        int floor = level == 0 ? 0 : CEILINGS.get(level - 1);
        int head = chance.between(floor, CEILINGS.get(level) - 1);
        int total = head * members / PERCENT * PERCENT * (town ? TOWN_PERCENT : PERCENT) / PERCENT;
        incomes(total, town, ableAdults);
        property();
    }

    boolean poor() {
        return level < POOR;
    }

    boolean destitute() {
        return level == 0;
    }

    /** Whether everything about them that decides is known. */
    boolean lookedInto() {
        return lookedInto;
    }

    Map<String, String> cells() {
        return cells;
    }

    private void incomes(int total, boolean town, int ableAdults) {
        if (!lookedInto && chance.perMille(90)) {
            put("income_12m", total);
            return;
        }
        int wages = ableAdults == 0 ? 0 : total * chance.between(town ? 60 : 25, town ? 90 : 55) / PERCENT;
        int business = town ? 0 : (total - wages) * chance.between(20, ableAdults == 0 ? 40 : 80) / PERCENT;
        int property = (total - wages - business) * chance.between(0, 15) / PERCENT;
        put("income_wages", wages);
        put("income_business", business);
        put("income_property", property);
        put("income_transfer", total - wages - business - property);
        put("income_other", 0);
    }

    private void put(String fact, int yuan) {
        boolean missing = !lookedInto && chance.perMille(35);
        cells.put(fact, missing ? "" : Integer.toString(yuan));
    }

    private void property() {
        boolean within = chance.perMille(poor() ? 950 : 520);
        boolean missing = !lookedInto && chance.perMille(120);
        cells.put("property_within_limit", missing ? "" : within ? "是" : "否");
        if (lookedInto && poor()) {
            cells.put("authorised", "是");
        }
    }
}
