package yingbao.cli;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import yingbao.policy.batch.Block;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.CitizenId;

/**
 * Households that nobody is, drawn from {@link Assumptions}: the same from the same seed, block by block, so that blocks
 * can be drawn on several threads. Citizen ids begin with a code of no area, and no two are the same.
 */
final class SyntheticProvince {
    static final int PER_MILLE = 1_000;
    /** One area code, and an eighth of its sequence numbers, belong to a block. */
    private static final int ID_BANDS = 8;

    private static final int ID_AREAS = 100;
    private static final int IDS_A_BAND = 500 / ID_BANDS;
    static final long HOUSEHOLDS_MAX = (long) ID_BANDS * ID_AREAS * Block.HOUSEHOLDS;
    private static final int ADULT = 18;
    private static final int OLD = 60;
    private static final int FEN = 100;
    private static final int QUANTILE_STEP = 20;

    private final Pack pack;
    private final LocalDate day;
    private final Assumptions assumptions;
    private final SyntheticAreas areas;
    private final long households;
    private final long seed;
    private final Draw sizes;
    private final Draw ages;
    private final Draw kinds;
    private final Draw mainKinds;
    private final Draw grades;
    private final Draw statuses;
    private final Draw selfCare;
    private final int[] youngest;
    private final int[] oldest;

    SyntheticProvince(Pack pack, LocalDate day, Assumptions assumptions, long households, long seed) {
        this.pack = pack;
        this.day = day;
        this.assumptions = assumptions;
        this.areas = new SyntheticAreas(pack, day, assumptions);
        this.households = households;
        this.seed = seed;
        this.sizes = Draw.of(assumptions.of("size"), "1");
        this.ages = Draw.of(assumptions.of("age"), "15-59");
        this.kinds = Draw.of(assumptions.of("disability-kind"), "4");
        this.mainKinds = Draw.of(Map.of(), "4");
        this.grades = Draw.of(assumptions.of("disability-grade"), "4");
        this.statuses = Draw.of(assumptions.of("status"), "NORMAL");
        this.selfCare = Draw.of(assumptions.of("self-care"), "FULL");
        this.youngest = ages.keys().stream().mapToInt(band -> bound(band, 0)).toArray();
        this.oldest = ages.keys().stream().mapToInt(band -> bound(band, 1)).toArray();
    }

    private static int bound(String band, int end) {
        return Integer.parseInt(band.split("-", -1)[end]);
    }

    /** Whether the pack has none of the places that people are assumed to live in. */
    boolean isNowhere() {
        return areas.isEmpty();
    }

    int blocks() {
        return (int) ((households + Block.HOUSEHOLDS - 1) / Block.HOUSEHOLDS);
    }

    /** The households of one block. */
    Block block(int number) {
        Block.Builder builder = new Block.Builder(pack);
        draw(number, builder::add);
        return builder.build();
    }

    /** Draws the households of one block, one after the other. */
    void draw(int number, Consumer<Household> taker) {
        Drawing drawing = new Drawing(number);
        long first = (long) number * Block.HOUSEHOLDS;
        for (long household = first; household < Math.min(first + Block.HOUSEHOLDS, households); household++) {
            taker.accept(drawing.household(household));
        }
    }

    /** One block on its way; every random number comes from the seed and the block's number. */
    private final class Drawing {
        private final int block;
        private final RandomGenerator random;
        private final FactSheet ofHousehold = new FactSheet(pack, Holder.HOUSEHOLD);
        private final FactSheet ofPerson = new FactSheet(pack, Holder.PERSON);
        /** How many citizen ids of this block each day and sex has. */
        private final byte[] idsOfDay;

        Drawing(int block) {
            this.block = block;
            this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 1_000_003 + block);
            this.idsOfDay = new byte[2 * (366 * 101)];
        }

        private boolean happens(long perMille) {
            return random.nextInt(PER_MILLE) < perMille;
        }

        private boolean isMissing(String fact) {
            Long share = assumptions.of("missing").get(fact);
            return share != null && happens(share);
        }

        Household household(long number) {
            int place = areas.placeOf(number, households);
            boolean rural = areas.isRural(place);
            int size = Integer.parseInt(sizes.keys().get(sizes.draw(random)));
            String id = "S" + (number + 1);
            boolean ruralHukou = happens(assumptions.number("hukou", rural ? "rural" : "urban"));
            ofHousehold.clear();
            ofHousehold.code("hukou", ruralHukou ? "RURAL" : "URBAN");
            flag(ofHousehold, "local");
            flag(ofHousehold, "property_within_limit");
            ofHousehold.number("persons_registered", size);
            incomes(rural, size);
            List<Facts> members = new ArrayList<>(size);
            for (int member = 1; member <= size; member++) {
                members.add(person(id + "-" + member, member == 1));
            }
            return new Household(areas.code(place), ofHousehold.facts(id), members);
        }

        /** A yes or no as often as assumed, or nothing. */
        private void flag(FactSheet sheet, String fact) {
            boolean yes = happens(assumptions.number("yes", fact));
            if (!isMissing(fact)) {
                sheet.flag(fact, yes);
            }
        }

        private void incomes(boolean rural, int size) {
            String kind = rural ? "rural" : "urban";
            int at = random.nextInt(5 * PER_MILLE);
            int quantile = at / PER_MILLE * QUANTILE_STEP;
            long low = assumptions.number("income-" + kind, Integer.toString(quantile));
            long high = assumptions.number("income-" + kind, Integer.toString(quantile + QUANTILE_STEP));
            long ofMean = low * PER_MILLE + (high - low) * (at % PER_MILLE);
            long aHead = assumptions.number("income-" + kind, "mean") * ofMean / PER_MILLE / PER_MILLE;
            assumptions.of("parts-" + kind).forEach((fact, share) -> {
                if (!isMissing(fact)) {
                    ofHousehold.number(fact, aHead * size * share / PER_MILLE / FEN * FEN);
                }
            });
            ofHousehold.number("income_other", 0);
        }

        private Facts person(String id, boolean head) {
            int band = ages.draw(random);
            while (head && oldest[band] < ADULT) {
                band = ages.draw(random);
            }
            int from = head ? Math.max(ADULT, youngest[band]) : youngest[band];
            int age = from + random.nextInt(oldest[band] - from + 1);
            String ages = SyntheticProvince.this.ages.keys().get(band);
            boolean disabled = happens(assumptions.number("disabled", ages));
            ofPerson.clear();
            ofPerson.text("name", assumptions.text("name", "person") + id);
            ofPerson.text("citizen_id", citizenId(age));
            ofPerson.code("relation", head ? "02" : age < ADULT ? "20" : "10");
            ofPerson.code("member_status", statuses.keys().get(statuses.draw(random)));
            disability(disabled);
            if (!isMissing("labour")) {
                ofPerson.code("labour", isUnable(ages) ? "NONE" : "ABLE");
            }
            if (!isMissing("self_care_grade")) {
                ofPerson.code(
                        "self_care_grade", age < OLD ? "FULL" : selfCare.keys().get(selfCare.draw(random)));
            }
            Stream.of(
                            "hukou_local",
                            "refused_work_three_times",
                            "has_income_source",
                            "has_able_supporter",
                            "orphan_allowance",
                            "work_injury_care")
                    .forEach(fact -> flag(ofPerson, fact));
            ofPerson.number("other_living_allowance", 0);
            ofPerson.number("other_nursing_allowance", 0);
            return ofPerson.facts(id);
        }

        private boolean isUnable(String ages) {
            Long share = assumptions.of("unable").get(ages);
            return share == null || happens(share);
        }

        private void disability(boolean disabled) {
            String kind = disabled ? kinds.keys().get(kinds.draw(random)) : "0";
            ofPerson.code("disability_kind", kind);
            ofPerson.code("disability_grade", disabled ? grades.keys().get(grades.draw(random)) : "0");
            if (kind.equals("7")) {
                ofPerson.code("disability_main_kind", mainKinds.keys().get(mainKinds.draw(random)));
            }
            if (disabled) {
                flag(ofPerson, "needs_long_term_care");
                flag(ofPerson, "care_over_six_months");
            } else {
                ofPerson.flag("needs_long_term_care", false);
                ofPerson.flag("care_over_six_months", false);
            }
        }

        private String citizenId(int age) {
            boolean male = happens(assumptions.number("male", "share"));
            LocalDate youngestDay = day.minusYears(age);
            int daysBefore = random.nextInt(365);
            int place = place(youngestDay, daysBefore, male);
            while (idsOfDay[place] == IDS_A_BAND) {
                daysBefore = (daysBefore + 1) % 365;
                place = place(youngestDay, daysBefore, male);
            }
            int order = block / ID_AREAS % ID_BANDS * IDS_A_BAND + idsOfDay[place];
            idsOfDay[place]++;
            LocalDate birth = youngestDay.minusDays(daysBefore);
            long digits = Long.parseLong(assumptions.text("citizen-id", "area")) * 100 + block % ID_AREAS;
            digits = digits * 10_000 + birth.getYear();
            digits = digits * 100 + birth.getMonthValue();
            digits = digits * 100 + birth.getDayOfMonth();
            digits = digits * PER_MILLE + order * 2L + (male ? 1 : 0);
            return CitizenId.completing(Long.toString(digits)).value();
        }

        private int place(LocalDate youngestDay, int daysBefore, boolean male) {
            int days = (int) ChronoUnit.DAYS.between(youngestDay, day) + daysBefore;
            return 2 * days + (male ? 1 : 0);
        }
    }
}
