package yingbao.platform.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import yingbao.policy.value.Sex;

/** What is known about one member of a family, as cells by the name of the fact. */
final class DemoPerson {
    private static final int SCHOOL_FROM = 6;
    private static final int JUNIOR_FROM = 12;
    private static final int SENIOR_FROM = 15;
    private static final int ADULT_FROM = 18;
    private static final int COLLEGE_UNTIL = 22;
    private static final int WORKS_FROM = 16;
    private static final int OLD_FROM = 60;
    private static final int VERY_OLD_FROM = 72;

    private static final List<String> PEOPLES = List.of("01", "10", "11", "02", "03");
    private static final List<Integer> OF_PEOPLES = List.of(905, 38, 40, 9, 8);
    private static final List<Integer> KINDS = List.of(130, 120, 30, 450, 100, 90, 80);
    private static final List<Integer> GRADES = List.of(120, 240, 360, 280);
    private static final int MULTIPLE = 7;
    private static final int LIMBS = 4;

    private static final int UNINSURED_ONE_IN = 40;
    private static final int SERVED_ONE_IN = 30;
    private static final List<String> SERVED = List.of("CONSCRIPT", "SICK_VETERAN", "CONSCRIPT", "WAR_VETERAN");

    private final Chance chance;
    private final DemoFamily.Member member;
    private final Map<String, String> cells = new LinkedHashMap<>();
    private final int kind;
    private final int grade;

    DemoPerson(Chance chance, DemoFamily.Member member) {
        this.chance = chance;
        this.member = member;
        boolean disabled = chance.perMille(member.age() < ADULT_FROM ? 18 : member.age() < OLD_FROM ? 52 : 135);
        this.kind = disabled ? 1 + chance.weighted(KINDS) : 0;
        this.grade = disabled ? 1 + chance.weighted(GRADES) : 0;
    }

    DemoFamily.Member member() {
        return member;
    }

    boolean disabled() {
        return grade > 0;
    }

    boolean severelyDisabled() {
        return grade == 1 || grade == 2;
    }

    boolean old() {
        return member.age() >= OLD_FROM;
    }

    boolean minor() {
        return member.age() < WORKS_FROM;
    }

    /** Whether somebody of this age and health can work. */
    boolean able() {
        return !minor() && !old() && !severelyDisabled();
    }

    Map<String, String> cells() {
        return cells;
    }

    /**
     * Describes the person.
     *
     * @param citizenId empty where it is not known
     * @param known whether everything that decides is known
     * @param alone whether nobody is there who could keep them, and they have nothing to live on
     * @param orphan whether both parents are dead
     */
    void describe(String citizenId, boolean known, boolean alone, boolean orphan) {
        cells.put("name", member.name());
        cells.put("citizen_id", citizenId);
        cells.put("sex", member.sex() == Sex.MALE ? "1" : "2");
        cells.put("birth_date", member.birth().toString());
        cells.put("nation", PEOPLES.get(chance.weighted(OF_PEOPLES)));
        cells.put("relation", member.relation());
        cells.put("hukou_local", maybe(known, 15, chance.perMille(985) ? "是" : "否"));
        cells.put("member_status", maybe(known, 8, status()));
        cells.put("study_stage", maybe(known, 30, study()));
        cells.put("labour", maybe(known, 40, labour()));
        cells.put("refused_work_three_times", maybe(known, 25, able() && chance.perMille(3) ? "是" : "否"));
        health(known);
        cells.put("has_income_source", maybe(known, 20, alone ? "否" : "是"));
        cells.put("has_able_supporter", maybe(known, 20, alone ? "否" : "是"));
        cells.put("orphan_allowance", minor() ? (orphan && chance.perMille(800) ? "是" : "否") : "否");
        cells.put("work_injury_care", disabled() && able() && chance.perMille(12) ? "是" : "否");
        cells.put("other_living_allowance", disabled() && chance.perMille(15) ? "100" : "0");
        cells.put("other_nursing_allowance", severelyDisabled() && chance.perMille(12) ? "120" : "0");
        furtherFacts();
        if (alone) {
            selfCare();
        }
    }

    /**
     * A few old men once served, and a few of all have no medical insurance. Read off the birthday, so that nobody else's
     * lot is drawn otherwise because of it.
     */
    private void furtherFacts() {
        int day = member.birth().getDayOfYear();
        boolean served = old() && member.sex() == Sex.MALE && day % SERVED_ONE_IN == 0;
        cells.put("entitled_group", served ? SERVED.get(day / SERVED_ONE_IN % SERVED.size()) : "NONE");
        cells.put("nrcms_enrolled", day % UNINSURED_ONE_IN == 1 ? "否" : "是");
        cells.put("entitled_standing", served ? "NORMAL" : "");
        cells.put("service_years", served ? Integer.toString(2 + day % 4) : "");
    }

    private String maybe(boolean known, int missing, String value) {
        return !known && chance.perMille(missing) ? "" : value;
    }

    private String status() {
        if (member.age() < ADULT_FROM || chance.perMille(988)) {
            return "NORMAL";
        }
        return chance.one(List.of("IMPRISONED", "APART", "APART", "MISSING"));
    }

    private String study() {
        int age = member.age();
        if (age < SCHOOL_FROM) {
            return age >= 4 && chance.perMille(800) ? "PRESCHOOL" : "NONE";
        }
        if (age < JUNIOR_FROM) {
            return "PRIMARY";
        }
        if (age < SENIOR_FROM) {
            return "JUNIOR";
        }
        if (age < ADULT_FROM) {
            return chance.one(List.of("SENIOR", "SENIOR", "VOCATIONAL", "NONE"));
        }
        return age <= COLLEGE_UNTIL && chance.perMille(450) ? "COLLEGE" : "NONE";
    }

    private String labour() {
        if (minor() || severelyDisabled() || member.age() >= VERY_OLD_FROM) {
            return "NONE";
        }
        return old() || disabled() ? "PARTIAL" : "ABLE";
    }

    private void health(boolean known) {
        boolean asked = known || disabled() || chance.perMille(960);
        cells.put("disability_kind", asked ? Integer.toString(kind) : "");
        cells.put("disability_grade", asked ? Integer.toString(grade) : "");
        if (kind == MULTIPLE) {
            cells.put("disability_main_kind", Integer.toString(chance.perMille(600) ? LIMBS : 5));
        }
        boolean care = severelyDisabled() && chance.perMille(620);
        cells.put("needs_long_term_care", asked ? maybe(known, 60, care ? "是" : "否") : "");
        cells.put("care_over_six_months", asked ? maybe(known, 90, care && chance.perMille(880) ? "是" : "否") : "");
        cells.put("serious_illness", maybe(known, 150, chance.perMille(old() ? 38 : 11) ? "是" : "否"));
    }

    /** The six items of the assessment, from the one that is lost first to the one that is lost last. */
    private void selfCare() {
        List<String> items = List.of("can_bathe", "can_walk", "can_toilet", "can_get_up", "can_dress", "can_eat");
        int lost = severelyDisabled() ? chance.between(1, 6) : chance.perMille(700) ? 0 : chance.between(1, 4);
        for (int item = 0; item < items.size(); item++) {
            cells.put(items.get(item), item < lost ? "否" : "是");
        }
        cells.put("support_form", lost > 3 || chance.perMille(180) ? "INSTITUTION" : "HOME");
    }
}
