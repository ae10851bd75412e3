package yingbao.platform.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What strikes a family and how it is housed, as cells by the name of the fact. Read off the family's number, so that
 * nobody's means or members are drawn otherwise because of it.
 */
final class DemoNeeds {
    private static final int LOSS_ONE_IN = 3_600;
    private static final int DROUGHT_ONE_IN = 400;
    private static final int FLOODED_ONE_IN = 120;
    private static final List<String> DAMAGES = List.of("COLLAPSED", "GENERAL", "SEVERE", "GENERAL");
    private static final int UNSAFE_ONE_IN = 75;
    private static final int POVERTY_ONE_IN = 25;
    private static final int STRUCK_ONE_IN = 150;
    private static final List<String> HARDSHIPS = List.of("ILLNESS", "FIRE", "TRAFFIC", "OTHER");

    private final Map<String, String> cells = new LinkedHashMap<>();
    private final int number;

    /**
     * Describes a family.
     *
     * @param number its number
     * @param members how many they are
     */
    DemoNeeds(int number, int members) {
        this.number = number;
        hardship(members);
        disaster(members);
        cells.put("house_danger", oneIn(UNSAFE_ONE_IN, 28) ? (number % 2 == 0 ? "D" : "C") : "A");
        cells.put("poor_disabled", "否");
        cells.put("poverty_registered", oneIn(POVERTY_ONE_IN, 3) ? "是" : "否");
    }

    Map<String, String> cells() {
        return cells;
    }

    private boolean oneIn(int many, int rest) {
        return number % many == rest;
    }

    /** The flood of a summer, a drought, and the winter after; one family in the county of four thousand lost somebody. */
    private void disaster(int members) {
        boolean flooded = oneIn(FLOODED_ONE_IN, 17);
        String damage = flooded ? DAMAGES.get(number / FLOODED_ONE_IN % DAMAGES.size()) : "NONE";
        boolean homeless = damage.equals("COLLAPSED");
        cells.put("relief_emergency_persons", flooded ? Integer.toString(members) : "0");
        cells.put("relief_deaths", oneIn(LOSS_ONE_IN, 17) ? "1" : "0");
        cells.put("relief_drought_persons", oneIn(DROUGHT_ONE_IN, 41) ? Integer.toString(members) : "0");
        cells.put("relief_winter_persons", homeless ? Integer.toString(members) : "0");
        cells.put("relief_transition_persons", homeless ? Integer.toString(members) : "0");
        cells.put("house_damage", damage);
        if (homeless) {
            cells.put("relief_transition_days", Integer.toString(30 + number % 60));
            cells.put("relief_no_shelter", "是");
            cells.put("relief_no_livelihood", "是");
            cells.put("relief_no_self_help", "是");
        }
    }

    private void hardship(int members) {
        boolean struck = oneIn(STRUCK_ONE_IN, 7);
        cells.put("hardship_kind", struck ? HARDSHIPS.get(number / STRUCK_ONE_IN % HARDSHIPS.size()) : "NONE");
        if (struck) {
            cells.put("hardship_persons", Integer.toString(members));
            cells.put("hardship_months", Integer.toString(1 + number % 4));
            cells.put("hardship_aided", "否");
            cells.put("temporary_this_year", "0");
        }
    }
}
