package yingbao.platform.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What goes wrong in files that people fill in; each makes one household be held back, and says why. */
enum DemoFault {
    WRONG_CHECK_CHARACTER {
        @Override
        DemoCounty.Rows in(DemoCounty.Rows rows) {
            return firstMember(rows, "citizen_id", "229901196005050011");
        }
    },
    BIRTH_OF_ANOTHER_DAY {
        @Override
        DemoCounty.Rows in(DemoCounty.Rows rows) {
            return firstMember(rows, "birth_date", "1961-02-30");
        }
    },
    UNKNOWN_CODE {
        @Override
        DemoCounty.Rows in(DemoCounty.Rows rows) {
            return firstMember(rows, "labour", "能干活");
        }
    },
    KIND_WITHOUT_GRADE {
        @Override
        DemoCounty.Rows in(DemoCounty.Rows rows) {
            return firstMember(firstMember(rows, "disability_grade", "0"), "disability_kind", "4");
        }
    },
    A_MEMBER_TOO_FEW {
        @Override
        DemoCounty.Rows in(DemoCounty.Rows rows) {
            return ofHousehold(
                    rows, "persons_registered", Integer.toString(rows.members().size() + 1));
        }
    },
    AREA_OF_NOWHERE {
        @Override
        DemoCounty.Rows in(DemoCounty.Rows rows) {
            return ofHousehold(rows, "area", "229901999999");
        }
    },
    THREE_DECIMALS {
        @Override
        DemoCounty.Rows in(DemoCounty.Rows rows) {
            return ofHousehold(rows, "income_wages", "1200.505");
        }
    },
    NEGATIVE_INCOME {
        @Override
        DemoCounty.Rows in(DemoCounty.Rows rows) {
            DemoCounty.Rows changed = rows;
            for (String part :
                    List.of("income_wages", "income_property", "income_transfer", "income_other", "income_12m")) {
                changed = ofHousehold(changed, part, "income_12m".equals(part) ? "" : "0");
            }
            return ofHousehold(changed, "income_business", "-3000");
        }
    };

    /** The household with this fault in it. */
    abstract DemoCounty.Rows in(DemoCounty.Rows rows);

    private static DemoCounty.Rows firstMember(DemoCounty.Rows rows, String fact, String cell) {
        List<Map<String, String>> members = new ArrayList<>(rows.members());
        Map<String, String> first = new LinkedHashMap<>(members.getFirst());
        first.put(fact, cell);
        members.set(0, first);
        return new DemoCounty.Rows(rows.village(), rows.household(), members);
    }

    private static DemoCounty.Rows ofHousehold(DemoCounty.Rows rows, String fact, String cell) {
        Map<String, String> household = new LinkedHashMap<>(rows.household());
        household.put(fact, cell);
        return new DemoCounty.Rows(rows.village(), household, rows.members());
    }
}
