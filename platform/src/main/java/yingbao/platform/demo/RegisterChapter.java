package yingbao.platform.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import yingbao.platform.access.Right;
import yingbao.platform.areas.Divisions;
import yingbao.platform.jobs.JobId;
import yingbao.platform.jobs.JobView;
import yingbao.platform.jobs.Jobs;
import yingbao.platform.kernel.Caller;
import yingbao.platform.registry.Imports;
import yingbao.policy.pack.Pack;
import yingbao.policy.value.AreaCode;

/** The clerk of every township brings the households of its villages; one of them brings a file full of mistakes. */
@Component
@Order(1)
class RegisterChapter implements Chapter {
    static final LocalDate BROUGHT_ON = LocalDate.of(2014, 10, 8);

    private static final int WEIGHT = 12;
    private static final int BETWEEN_LOOKS_MILLIS = 100;

    private final Pack pack;
    private final Imports imports;
    private final Divisions divisions;
    private final Jobs jobs;
    private final Steps steps;

    RegisterChapter(Pack pack, Imports imports, Divisions divisions, Jobs jobs, Steps steps) {
        this.pack = pack;
        this.imports = imports;
        this.divisions = divisions;
        this.jobs = jobs;
        this.steps = steps;
    }

    @Override
    public int weight() {
        return WEIGHT;
    }

    @Override
    public List<Step> steps(Scene scene) {
        DemoCounty county = new DemoCounty(pack, scene.county(), DemoCounty.SEED);
        List<Step> brought = new ArrayList<>();
        List<Step> landed = new ArrayList<>();
        for (DemoCounty.Files files : county.register(scene.households())) {
            add(brought, landed, scene, files, "");
        }
        add(brought, landed, scene, county.faulty(), "（待改正）");
        brought.addAll(landed);
        return brought;
    }

    private void add(List<Step> brought, List<Step> landed, Scene scene, DemoCounty.Files files, String mark) {
        AreaCode township = files.township();
        Caller clerk = scene.cast().holding(Right.REGISTRY_IMPORT, township);
        String name = "register/" + township.shortForm() + mark;
        Step bring = Step.of(name, BROUGHT_ON, clerk, () -> bring(files, divisions.name(township) + mark));
        brought.add(bring);
        landed.add(Step.waiting(name + "/landed", BROUGHT_ON, clerk, () -> await(name)));
    }

    private String bring(DemoCounty.Files files, String title) {
        String supplier = pack.catalogue().household().stream()
                .filter(fact -> "area".equals(fact.symbol().name()))
                .findFirst()
                .orElseThrow()
                .supplier();
        try {
            return imports.submit(
                            List.of(
                                    new Imports.Upload(
                                            title + "家庭.csv", () -> new ByteArrayInputStream(files.households())),
                                    new Imports.Upload(
                                            title + "成员.csv", () -> new ByteArrayInputStream(files.persons()))),
                            DemoCounty.describedOn(),
                            supplier)
                    .toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private String await(String brought) {
        UUID id = UUID.fromString(steps.result(brought).orElseThrow());
        while (imports.find(id).finishedAt().isEmpty()) {
            refuseFailed(imports.find(id));
            try {
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while a file was read", stopped);
            }
        }
        return imports.find(id).state();
    }

    private void refuseFailed(Imports.ImportView brought) {
        boolean failed = brought.job()
                .map(job -> jobs.find(new JobId(job)).state())
                .filter(JobView.State.FAILED::equals)
                .isPresent();
        if (failed) {
            throw new IllegalStateException("could not be read: " + brought.fileName());
        }
    }
}
