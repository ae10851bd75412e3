package yingbao.bench;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * cel-java's planner: one program for each question, type-checked once, about maps. Questions about members are asked
 * member by member and their answers counted here, which is quicker than CEL's own loops. Answers: 0 no, 1 yes, 2 open.
 */
final class CelPeer implements Peer {
    private static final long NO = 0;
    private static final long YES = 1;
    private static final long OPEN = 2;
    private static final CelOptions OPTIONS =
            CelOptions.current().enableHeterogeneousNumericComparisons(true).build();
    private static final String COUNTS = """
            !(member.status in ["NORMAL", "DRUG_REHAB", "MISSING"]) ? 0
            : member.hukou_local == 0 || member.has_income == 1 || member.has_supporter == 1
                || (member.age < 18 && member.orphan == 1) || member.status == "MISSING" ? 1
            : member.hukou_local == 1 && member.has_income == 0 && member.has_supporter == 0
                && (member.age >= 18 || member.orphan == 0)
                && (member.age >= 60 || member.age < 16
                    || (member.kind in ["5", "6"] && member.grade in ["1", "2"])
                    || (member.kind == "4" && member.grade == "1")) ? 0 : 2""";
    private static final String INSURED = """
            counts == 0 || (member.unable == 0 && member.refused_work == 1) ? 0
            : counts == 1 && (member.unable == 1 || member.refused_work == 0) ? 1 : 2""";
    private static final List<String> CLAUSES = List.of(
            "household.local",
            "household.hukou == '' ? 2 : household.hukou == 'RURAL' ? 1 : 0",
            "counted_open ? 2 : counted > 0 ? 1 : 0",
            """
            counted_open || household.income < 0 || household.standard < 0 ? 2
            : household.income < household.standard * counted ? 1 : 0""",
            "household.property",
            "insured_open ? 2 : insured > 0 ? 1 : 0");
    private static final String AMOUNT = """
            ((household.standard * counted - household.income) * insured + 12 * counted - 1) / (12 * counted)""";

    private final CelCompiler compiler;
    private final CelRuntime runtime;
    private final CelRuntime.Program counts;
    private final CelRuntime.Program isInsured;
    private final List<CelRuntime.Program> clauses;
    private final CelRuntime.Program amount;
    private final List<Household> households;
    private final int[] refused;
    private final long[] amountFen;
    private final boolean[] eligible;

    private record Household(Map<String, Object> facts, List<Map<String, Object>> members) {}

    CelPeer(List<Family> families) {
        StructType household = struct(
                "Household",
                Map.of(
                        "local", SimpleType.INT,
                        "hukou", SimpleType.STRING,
                        "income", SimpleType.INT,
                        "property", SimpleType.INT,
                        "standard", SimpleType.INT));
        StructType member = struct(
                "Member",
                Map.of(
                        "age", SimpleType.INT,
                        "status", SimpleType.STRING,
                        "hukou_local", SimpleType.INT,
                        "kind", SimpleType.STRING,
                        "grade", SimpleType.STRING,
                        "has_income", SimpleType.INT,
                        "has_supporter", SimpleType.INT,
                        "orphan", SimpleType.INT,
                        "unable", SimpleType.INT,
                        "refused_work", SimpleType.INT));
        Structs structs = new Structs(ImmutableList.of(household, member));
        compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(structs)
                .addVar("household", household)
                .addVar("member", member)
                .addVar("counts", SimpleType.INT)
                .addVar("counted", SimpleType.INT)
                .addVar("counted_open", SimpleType.BOOL)
                .addVar("insured", SimpleType.INT)
                .addVar("insured_open", SimpleType.BOOL)
                .build();
        runtime = CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(OPTIONS)
                .setTypeProvider(structs)
                .build();
        counts = program(COUNTS);
        isInsured = program(INSURED);
        clauses = CLAUSES.stream().map(this::program).toList();
        amount = program(AMOUNT);
        households = families.stream().map(CelPeer::household).toList();
        refused = new int[families.size()];
        amountFen = new long[families.size()];
        eligible = new boolean[families.size()];
    }

    private CelRuntime.Program program(String source) {
        try {
            return runtime.createProgram(compiler.compile(source).getAst());
        } catch (CelValidationException | CelEvaluationException refusal) {
            throw new IllegalStateException(refusal);
        }
    }

    private static Household household(Family family) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("local", answer(family.local()));
        facts.put("hukou", family.hukou().orElse(""));
        facts.put("income", family.incomeFen().orElse(-1));
        facts.put("property", answer(family.property()));
        facts.put("standard", family.standard().orElse(-1));
        List<Map<String, Object>> members = new ArrayList<>();
        for (Family.Member member : family.members()) {
            Map<String, Object> of = new HashMap<>();
            of.put("age", member.age());
            of.put("status", member.status());
            of.put("hukou_local", answer(member.hukouLocal()));
            of.put("kind", member.kind());
            of.put("grade", member.grade());
            of.put("has_income", answer(member.hasIncome()));
            of.put("has_supporter", answer(member.hasSupporter()));
            of.put("orphan", answer(member.orphan()));
            of.put("unable", answer(member.unable()));
            of.put("refused_work", answer(member.refusedWork()));
            members.add(of);
        }
        return new Household(facts, members);
    }

    private static long answer(Optional<Boolean> given) {
        return given.map(yes -> yes ? YES : NO).orElse(OPEN);
    }

    @Override
    public String name() {
        return "cel-java 0.14, planner";
    }

    @Override
    public void decide() {
        try {
            for (int row = 0; row < households.size(); row++) {
                decide(row, households.get(row));
            }
        } catch (CelEvaluationException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private void decide(int row, Household household) throws CelEvaluationException {
        Map<String, Object> input = new HashMap<>();
        input.put("household", household.facts());
        long counted = 0;
        long insured = 0;
        boolean countedOpen = false;
        boolean insuredOpen = false;
        for (Map<String, Object> member : household.members()) {
            input.put("member", member);
            long isCounted = whole(counts, input);
            input.put("counts", isCounted);
            long insures = whole(isInsured, input);
            counted += isCounted == YES ? 1 : 0;
            countedOpen |= isCounted == OPEN;
            insured += insures == YES ? 1 : 0;
            insuredOpen |= insures == OPEN;
        }
        input.put("counted", counted);
        input.put("counted_open", countedOpen);
        input.put("insured", insured);
        input.put("insured_open", insuredOpen);
        int no = 0;
        boolean open = false;
        for (int clause = 0; clause < clauses.size(); clause++) {
            long answer = whole(clauses.get(clause), input);
            no |= answer == NO ? 1 << clause : 0;
            open |= answer == OPEN;
        }
        refused[row] = no;
        eligible[row] = no == 0 && !open;
        amountFen[row] = eligible[row] ? whole(amount, input) : 0;
    }

    private static long whole(CelRuntime.Program program, Map<String, Object> input) throws CelEvaluationException {
        return program.eval(input) instanceof Long whole ? whole : OPEN;
    }

    @Override
    public int refused(int row) {
        return refused[row];
    }

    @Override
    public long amountFen(int row) {
        return amountFen[row];
    }

    @Override
    public boolean isEligible(int row) {
        return eligible[row];
    }

    private static StructType struct(String name, Map<String, CelType> fields) {
        ImmutableMap<String, CelType> types = ImmutableMap.copyOf(fields);
        return StructType.create(name, types.keySet(), field -> Optional.ofNullable(types.get(field)));
    }

    private record Structs(ImmutableList<StructType> structs) implements CelTypeProvider {
        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.copyOf(structs);
        }

        @Override
        public Optional<CelType> findType(String typeName) {
            return structs.stream()
                    .filter(struct -> struct.name().equals(typeName))
                    .map(CelType.class::cast)
                    .findFirst();
        }
    }
}
