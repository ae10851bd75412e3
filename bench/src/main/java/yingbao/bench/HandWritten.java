package yingbao.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import yingbao.policy.batch.Population;
import yingbao.policy.decide.Household;
import yingbao.policy.expr.Facts;
import yingbao.policy.expr.ParameterValues;
import yingbao.policy.expr.Value;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;

/**
 * Rural dibao from 2016 to 2021 with the tekun support that its members are asked about, as somebody would write it who
 * knows these rules, these facts and no others: arrays of numbers, one loop, three-valued answers, every clause answered.
 * It does not say what is missing, and it relies on savings, studies and wages of the past never being given here.
 */
final class HandWritten {
    static final byte NO = 0;
    static final byte YES = 1;
    static final byte OPEN = 2;
    private static final List<String> STATUSES =
            List.of("NORMAL", "IMPRISONED", "RELIGIOUS", "DRUG_REHAB", "MISSING", "APART");
    private static final int IMPRISONED = 1;
    private static final int DRUG_REHAB = 3;
    private static final int MISSING = 4;
    private static final List<String> INCOMES =
            List.of("income_wages", "income_business", "income_property", "income_transfer", "income_other");

    private final int[] start;
    private final byte[] local;
    private final byte[] ruralHukou;
    private final long[] income;
    private final boolean[] incomeKnown;
    private final byte[] property;
    private final long[] standard;
    private final boolean[] standardKnown;

    private final long[] citizenId;
    private final byte[] status;
    private final byte[] hukouLocal;
    private final byte[] kind;
    private final byte[] grade;
    private final byte[] hasIncome;
    private final byte[] hasSupporter;
    private final byte[] orphan;
    private final byte[] unable;
    private final byte[] refusedWork;

    private final long today;
    private final long oldAge;
    private final long minorAge;
    private final long adultAge;
    private final boolean rehabCounted;

    final byte[] outcome;
    final long[] amountFen;
    final byte[] refused;
    long eligible;
    long refusals;
    long open;
    long sumFen;

    HandWritten(Population population, Pack pack, LocalDate on) {
        int households = population.households();
        int persons = population.persons();
        start = new int[households + 1];
        local = new byte[households];
        ruralHukou = new byte[households];
        income = new long[households];
        incomeKnown = new boolean[households];
        property = new byte[households];
        standard = new long[households];
        standardKnown = new boolean[households];
        outcome = new byte[households];
        amountFen = new long[households];
        refused = new byte[households];
        citizenId = new long[persons];
        status = new byte[persons];
        hukouLocal = new byte[persons];
        kind = new byte[persons];
        grade = new byte[persons];
        hasIncome = new byte[persons];
        hasSupporter = new byte[persons];
        orphan = new byte[persons];
        unable = new byte[persons];
        refusedWork = new byte[persons];
        today = on.getYear() * 10_000L + on.getMonthValue() * 100L + on.getDayOfMonth();
        ParameterValues everywhere = pack.parametersFor(pack.areas().root().orElseThrow(), on);
        oldAge = value(pack, everywhere, "old_age").orElseThrow();
        minorAge = value(pack, everywhere, "tekun_minor_age").orElseThrow();
        adultAge = value(pack, everywhere, "adult_age").orElseThrow();
        rehabCounted = value(pack, everywhere, "rehab_and_missing_counted").orElseThrow() == 1;
        for (int row = 0; row < households; row++) {
            fill(row, population, pack, on);
        }
    }

    private static Optional<Long> value(Pack pack, ParameterValues values, String name) {
        for (int slot = 0; slot < pack.parameters().size(); slot++) {
            Parameter parameter = pack.parameters().get(slot);
            if (parameter.symbol().name().equals(name) && values.value(slot) instanceof Value.Whole(long value)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private void fill(int row, Population population, Pack pack, LocalDate on) {
        Household household = population.household(row);
        start[row + 1] = start[row] + household.members().size();
        local[row] = flag(household.facts(), "local");
        ruralHukou[row] = is(household.facts(), "hukou", "RURAL");
        incomeKnown[row] = true;
        for (String part : INCOMES) {
            Optional<Value> given = household.facts().given(part);
            incomeKnown[row] &= given.isPresent();
            income[row] += given.orElse(new Value.Whole(0)) instanceof Value.Whole(long fen) ? fen : 0;
        }
        property[row] = flag(household.facts(), "property_within_limit");
        Optional<Long> there =
                value(pack, pack.parametersFor(pack.parameterArea(household.area(), on), on), "rural_dibao_standard");
        standardKnown[row] = there.isPresent();
        standard[row] = there.orElse(0L);
        for (int member = 0; member < household.members().size(); member++) {
            Facts facts = household.members().get(member);
            int at = start[row] + member;
            citizenId[at] = Long.parseLong(text(facts, "citizen_id").substring(0, 17));
            status[at] = (byte) STATUSES.indexOf(text(facts, "member_status"));
            hukouLocal[at] = flag(facts, "hukou_local");
            String code = text(facts, "disability_kind");
            kind[at] = Byte.parseByte(code.equals("7") ? text(facts, "disability_main_kind") : code);
            grade[at] = Byte.parseByte(text(facts, "disability_grade"));
            hasIncome[at] = flag(facts, "has_income_source");
            hasSupporter[at] = flag(facts, "has_able_supporter");
            orphan[at] = flag(facts, "orphan_allowance");
            unable[at] = is(facts, "labour", "NONE");
            refusedWork[at] = flag(facts, "refused_work_three_times");
        }
    }

    private static byte flag(Facts facts, String name) {
        return facts.given(name)
                .map(value -> value.equals(Value.Flag.TRUE) ? YES : NO)
                .orElse(OPEN);
    }

    private static byte is(Facts facts, String name, String code) {
        return facts.given(name)
                .map(value -> value.equals(new Value.Text(code)) ? YES : NO)
                .orElse(OPEN);
    }

    private static String text(Facts facts, String name) {
        return facts.given(name).orElseThrow() instanceof Value.Text(String text) ? text : "";
    }

    /** The same household for those who want objects. */
    Family family(int row) {
        return new Family(
                flag(local[row]),
                flag(ruralHukou[row]).map(rural -> rural ? "RURAL" : "URBAN"),
                incomeKnown[row] ? OptionalLong.of(income[row]) : OptionalLong.empty(),
                flag(property[row]),
                standardKnown[row] ? OptionalLong.of(standard[row]) : OptionalLong.empty(),
                IntStream.range(start[row], start[row + 1])
                        .mapToObj(this::member)
                        .toList());
    }

    private Family.Member member(int person) {
        return new Family.Member(
                age(person),
                STATUSES.get(status[person]),
                flag(hukouLocal[person]),
                Byte.toString(kind[person]),
                Byte.toString(grade[person]),
                flag(hasIncome[person]),
                flag(hasSupporter[person]),
                flag(orphan[person]),
                flag(unable[person]),
                flag(refusedWork[person]));
    }

    private static Optional<Boolean> flag(byte answer) {
        return answer == OPEN ? Optional.empty() : Optional.of(answer == YES);
    }

    private static byte not(byte answer) {
        return answer == OPEN ? OPEN : answer == YES ? NO : YES;
    }

    private static byte and(byte left, byte right) {
        return left == NO || right == NO ? NO : left == OPEN || right == OPEN ? OPEN : YES;
    }

    private static byte or(byte left, byte right) {
        return left == YES || right == YES ? YES : left == OPEN || right == OPEN ? OPEN : NO;
    }

    private static byte answer(boolean holds) {
        return holds ? YES : NO;
    }

    private long age(int person) {
        long birth = citizenId[person] / 1_000 % 100_000_000;
        return (today - birth) / 10_000;
    }

    private byte tekun(int person) {
        long age = age(person);
        // Whether somebody was supported as a minor, and studies, is never given here.
        byte disabled = answer(((kind[person] == 5 || kind[person] == 6) && grade[person] >= 1 && grade[person] <= 2)
                || (kind[person] == 4 && grade[person] == 1));
        byte unableByLaw = age >= oldAge || age < minorAge ? YES : or(OPEN, disabled);
        byte receives = and(hukouLocal[person], unableByLaw);
        receives = and(receives, not(hasIncome[person]));
        receives = and(receives, not(hasSupporter[person]));
        receives = and(receives, or(answer(age >= adultAge), not(orphan[person])));
        return and(receives, answer(status[person] != IMPRISONED && status[person] != MISSING));
    }

    /** Decides everybody. */
    void run() {
        eligible = 0;
        refusals = 0;
        open = 0;
        sumFen = 0;
        for (int row = 0; row < local.length; row++) {
            long counted = 0;
            long insured = 0;
            boolean countedOpen = false;
            boolean insuredOpen = false;
            for (int person = start[row]; person < start[row + 1]; person++) {
                byte lives = answer(status[person] == 0
                        || (rehabCounted && (status[person] == DRUG_REHAB || status[person] == MISSING)));
                byte counts = and(lives, not(tekun(person)));
                byte isInsured = and(counts, or(unable[person], not(refusedWork[person])));
                counted += counts == YES ? 1 : 0;
                insured += isInsured == YES ? 1 : 0;
                countedOpen |= counts == OPEN;
                insuredOpen |= isInsured == OPEN;
            }
            long allowance = Math.multiplyExact(standard[row], counted);
            boolean allowanceOpen = countedOpen || !standardKnown[row];
            byte below = allowanceOpen || !incomeKnown[row] ? OPEN : answer(income[row] < allowance);
            int no = no(local[row], 0)
                    | no(ruralHukou[row], 1)
                    | (countedOpen ? 0 : no(answer(counted > 0), 2))
                    | no(below, 3)
                    | no(property[row], 4)
                    | (insuredOpen ? 0 : no(answer(insured > 0), 5));
            boolean unsettled = local[row] == OPEN
                    || ruralHukou[row] == OPEN
                    || below == OPEN
                    || property[row] == OPEN
                    || countedOpen
                    || insuredOpen;
            refused[row] = (byte) no;
            amountFen[row] = 0;
            if (no != 0) {
                outcome[row] = NO;
                refusals++;
            } else if (unsettled) {
                outcome[row] = OPEN;
                open++;
            } else {
                long above = Math.multiplyExact(allowance - income[row], insured);
                long below12 = 12 * counted;
                long fen = above / below12 + (above % below12 == 0 ? 0 : 1);
                outcome[row] = YES;
                amountFen[row] = fen;
                eligible++;
                sumFen = Math.addExact(sumFen, fen);
            }
        }
    }

    private static int no(byte answer, int clause) {
        return answer == NO ? 1 << clause : 0;
    }
}
