package yingbao.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.marshalling.DMNExtensionRegister;
import org.kie.dmn.core.compiler.DMNProfile;
import org.kie.dmn.core.compiler.DRGElementCompiler;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.feel.parser.feel11.profiles.DoCompileFEELProfile;
import org.kie.internal.io.ResourceFactory;

/** KIE's DMN engine: one evaluation of the model for each household, a map without what is not known. */
final class DmnPeer implements Peer {
    private static final List<String> CLAUSES =
            List.of("is_local", "is_rural", "has_members", "income_below", "property_within", "has_insured");

    private final DMNRuntime runtime;
    private final DMNModel model;
    private final List<Map<String, Object>> households;
    private final int[] refused;
    private final long[] amountFen;
    private final boolean[] eligible;

    DmnPeer(List<Family> families) {
        Resource file = ResourceFactory.newClassPathResource("yingbao/bench/rural-dibao.dmn", DmnPeer.class);
        runtime = DMNRuntimeBuilder.fromDefaults()
                .addProfile(new CompiledFeel())
                .buildConfiguration()
                .fromResources(List.of(file))
                .getOrElseThrow(fault -> new IllegalStateException(fault));
        model = runtime.getModels().getFirst();
        if (model.hasErrors()) {
            throw new IllegalStateException(model.getMessages().toString());
        }
        households = families.stream().map(DmnPeer::map).toList();
        refused = new int[families.size()];
        amountFen = new long[families.size()];
        eligible = new boolean[families.size()];
    }

    private static Map<String, Object> map(Family family) {
        Map<String, Object> map = new HashMap<>();
        put(map, "local", family.local());
        put(map, "hukou", family.hukou());
        family.incomeFen().ifPresent(fen -> map.put("income", new BigDecimal(fen)));
        put(map, "property", family.property());
        family.standard().ifPresent(fen -> map.put("standard", new BigDecimal(fen)));
        List<Map<String, Object>> members = new ArrayList<>();
        for (Family.Member member : family.members()) {
            Map<String, Object> of = new HashMap<>();
            of.put("age", new BigDecimal(member.age()));
            of.put("status", member.status());
            of.put("kind", member.kind());
            of.put("grade", member.grade());
            put(of, "hukou_local", member.hukouLocal());
            put(of, "has_income", member.hasIncome());
            put(of, "has_supporter", member.hasSupporter());
            put(of, "orphan", member.orphan());
            put(of, "labour", member.unable().map(unable -> unable ? "NONE" : "FULL"));
            put(of, "refused_work", member.refusedWork());
            members.add(of);
        }
        map.put("members", members);
        return map;
    }

    private static void put(Map<String, Object> map, String name, Optional<?> value) {
        value.ifPresent(known -> map.put(name, known));
    }

    /** Has FEEL compiled to Java, which is a little faster than having it interpreted. */
    private static final class CompiledFeel extends DoCompileFEELProfile implements DMNProfile {
        @Override
        public List<DMNExtensionRegister> getExtensionRegisters() {
            return List.of();
        }

        @Override
        public List<DRGElementCompiler> getDRGElementCompilers() {
            return List.of();
        }
    }

    @Override
    public String name() {
        return "KIE DMN 10.2";
    }

    @Override
    public void decide() {
        for (int row = 0; row < households.size(); row++) {
            DMNContext context = runtime.newContext();
            context.set("household", households.get(row));
            DMNResult result = runtime.evaluateAll(model, context);
            if (result.hasErrors()) {
                throw new IllegalStateException(result.getMessages().toString());
            }
            DMNContext found = result.getContext();
            int no = 0;
            for (int clause = 0; clause < CLAUSES.size(); clause++) {
                no |= Boolean.FALSE.equals(found.get(CLAUSES.get(clause))) ? 1 << clause : 0;
            }
            refused[row] = no;
            eligible[row] = Boolean.TRUE.equals(found.get("eligible"));
            amountFen[row] = found.get("amount") instanceof Number fen ? fen.longValue() : 0;
        }
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
}
