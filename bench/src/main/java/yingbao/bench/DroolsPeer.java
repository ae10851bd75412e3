package yingbao.bench;

import java.util.ArrayList;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/** Drools with its rules compiled ahead (the executable model), some ten thousand facts a session. */
final class DroolsPeer implements Peer {
    private static final int FACTS_A_SESSION = 10_000;

    private final KieBase rules;
    private final List<DroolsFacts.Family> families = new ArrayList<>();

    DroolsPeer(List<Family> households) {
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write(
                "src/main/resources/rural-dibao.drl",
                services.getResources().newClassPathResource("yingbao/bench/rural-dibao.drl", DroolsPeer.class));
        KieBuilder built = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (built.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(built.getResults().toString());
        }
        rules = services.newKieContainer(services.getRepository().getDefaultReleaseId())
                .getKieBase();
        households.forEach(household -> families.add(new DroolsFacts.Family(household)));
    }

    @Override
    public String name() {
        return "Drools 10.2";
    }

    @Override
    public void decide() {
        families.forEach(DroolsFacts.Family::forget);
        int from = 0;
        while (from < families.size()) {
            int to = from;
            int facts = 0;
            while (to < families.size() && facts < FACTS_A_SESSION) {
                facts += 1 + families.get(to).members().size();
                to++;
            }
            decide(families.subList(from, to));
            from = to;
        }
    }

    private void decide(List<DroolsFacts.Family> some) {
        KieSession session = rules.newKieSession();
        try {
            for (DroolsFacts.Family family : some) {
                family.members().forEach(session::insert);
            }
            session.fireAllRules();
            some.forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
    }

    @Override
    public int refused(int row) {
        return families.get(row).refused();
    }

    @Override
    public long amountFen(int row) {
        return families.get(row).amountFen();
    }

    @Override
    public boolean isEligible(int row) {
        return families.get(row).isEligible();
    }
}
