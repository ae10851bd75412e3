package yingbao.policy.thirdopinion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Value;
import yingbao.policy.expr.Vocabulary;

/** A made-up household of which everything is known, as plain Java values. */
record Family(boolean local, String hukou, long incomeFen, boolean propertyWithinLimit, List<Person> persons) {

    /** A made-up member. */
    record Person(
            String hukou,
            boolean hukouLocal,
            String status,
            String labour,
            boolean refusedWork,
            LocalDate birth,
            String kind,
            String mainKind,
            String grade,
            boolean needsCare,
            boolean sixMonths,
            boolean hasIncomeSource,
            boolean hasSupporter,
            boolean takenInAsMinor,
            String study,
            String selfCare,
            boolean orphanAllowance,
            boolean workInjuryCare,
            long otherLivingFen,
            long otherNursingFen) {

        static Person random(RandomGenerator random) {
            boolean disabled = random.nextInt(3) == 0;
            String kind = disabled ? Integer.toString(1 + random.nextInt(7)) : "0";
            return new Person(
                    random.nextBoolean() ? "RURAL" : "URBAN",
                    random.nextInt(8) > 0,
                    pick(
                            random,
                            "NORMAL",
                            "NORMAL",
                            "NORMAL",
                            "NORMAL",
                            "IMPRISONED",
                            "RELIGIOUS",
                            "DRUG_REHAB",
                            "MISSING"),
                    pick(random, "ABLE", "PARTIAL", "NONE"),
                    random.nextInt(6) == 0,
                    LocalDate.of(1930, 1, 1).plusDays(random.nextInt(85 * 365)),
                    kind,
                    Integer.toString(1 + random.nextInt(6)),
                    disabled ? Integer.toString(1 + random.nextInt(4)) : "0",
                    random.nextBoolean(),
                    random.nextInt(3) > 0,
                    random.nextInt(3) == 0,
                    random.nextInt(3) == 0,
                    random.nextInt(4) == 0,
                    pick(random, "NONE", "PRESCHOOL", "PRIMARY", "JUNIOR", "SENIOR", "VOCATIONAL", "COLLEGE"),
                    pick(random, "FULL", "PARTIAL", "NONE"),
                    random.nextInt(8) == 0,
                    random.nextInt(8) == 0,
                    random.nextInt(4) == 0 ? random.nextLong(20_000) : 0,
                    random.nextInt(4) == 0 ? random.nextLong(20_000) : 0);
        }

        Facts facts(String id, Vocabulary vocabulary) {
            Map<String, Value> known = new HashMap<>();
            known.put("hukou", new Value.Text(hukou));
            known.put("hukou_local", Value.Flag.of(hukouLocal));
            known.put("member_status", new Value.Text(status));
            known.put("labour", new Value.Text(labour));
            known.put("refused_work_three_times", Value.Flag.of(refusedWork));
            known.put("birth_date", new Value.Whole(birth.toEpochDay()));
            known.put("disability_kind", new Value.Text(kind));
            known.put("disability_main_kind", new Value.Text(mainKind));
            known.put("disability_grade", new Value.Text(grade));
            known.put("needs_long_term_care", Value.Flag.of(needsCare));
            known.put("care_over_six_months", Value.Flag.of(sixMonths));
            known.put("has_income_source", Value.Flag.of(hasIncomeSource));
            known.put("has_able_supporter", Value.Flag.of(hasSupporter));
            known.put("tekun_as_minor", Value.Flag.of(takenInAsMinor));
            known.put("study_stage", new Value.Text(study));
            known.put("self_care_grade", new Value.Text(selfCare));
            known.put("orphan_allowance", Value.Flag.of(orphanAllowance));
            known.put("work_injury_care", Value.Flag.of(workInjuryCare));
            known.put("other_living_allowance", new Value.Whole(otherLivingFen));
            known.put("other_nursing_allowance", new Value.Whole(otherNursingFen));
            return Facts.of(id, Holder.PERSON, vocabulary, known);
        }

        String ruleKind() {
            return kind.equals("7") ? mainKind : kind;
        }
    }

    static Family random(RandomGenerator random) {
        List<Person> persons = new ArrayList<>();
        for (int count = 1 + random.nextInt(5); count > 0; count--) {
            persons.add(Person.random(random));
        }
        return new Family(
                random.nextInt(8) > 0,
                random.nextBoolean() ? "RURAL" : "URBAN",
                random.nextInt(5) == 0 ? 0 : random.nextLong(2_500_000),
                random.nextInt(5) > 0,
                List.copyOf(persons));
    }

    Facts facts(Vocabulary vocabulary) {
        return Facts.of(
                "H",
                Holder.HOUSEHOLD,
                vocabulary,
                Map.of(
                        "local",
                        Value.Flag.of(local),
                        "hukou",
                        new Value.Text(hukou),
                        "income_12m",
                        new Value.Whole(incomeFen),
                        "property_within_limit",
                        Value.Flag.of(propertyWithinLimit)));
    }

    List<Facts> members(Vocabulary vocabulary) {
        List<Facts> members = new ArrayList<>();
        for (int index = 0; index < persons.size(); index++) {
            members.add(persons.get(index).facts("P" + (index + 1), vocabulary));
        }
        return members;
    }

    private static String pick(RandomGenerator random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
