package yingbao.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import yingbao.platform.jobs.JobId;
import yingbao.platform.kernel.Caller;
import yingbao.platform.kernel.Callers;
import yingbao.policy.expr.Value;

class ImportTest extends RegistryTest {
    @Autowired
    private ImportWork work;

    @Autowired
    private ImportQueries queries;

    @Autowired
    private Households households;

    @Test
    void an_import_bears_the_time_of_the_business_date_like_everything_else() {
        Imports.ImportView view = bring(village());

        assertThat(day(view.createdAt())).isEqualTo(MONDAY);
        assertThat(day(view.finishedAt().orElseThrow())).isEqualTo(MONDAY);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void a_village_lands_with_every_fact_and_its_source() {
        Imports.ImportView view = bring(village());

        assertThat(view.state()).as("%s", view.faults()).isEqualTo("DONE");
        assertThat(view.read()).isEqualTo(5);
        assertThat(view.landed()).isEqualTo(5);
        HouseholdFile file = file("H1", MONDAY);
        assertThat(file.address()).isEqualTo("东屯1号");
        assertThat(file.memberIds()).hasSize(2);
        assertThat(file.household().facts().given("income_wages")).contains(new Value.Whole(320_050));
        assertThat(file.household().members().getFirst().given("disability_grade"))
                .contains(new Value.Text("2"));
        assertThat(file.source(file.household().facts(), "income_wages"))
                .get()
                .extracting(FactSource::supplier, FactSource::from)
                .containsExactly("township", MONDAY);
        assertThat(file("H1", MONDAY.minusDays(1)).memberIds()).isEmpty();
    }

    @Test
    void the_same_file_sent_again_changes_nothing() {
        bring(village());
        long statements = count("registry.statement");

        Imports.ImportView again = bring(village());

        assertThat(again.same()).isEqualTo(5);
        assertThat(again.landed()).isZero();
        assertThat(count("registry.statement")).isEqualTo(statements);
        assertThat(count("registry.person")).isEqualTo(3);
        assertThat(count("registry.membership")).isEqualTo(3);
    }

    @Test
    void only_what_differs_becomes_a_statement() {
        bring(village());
        List<String> changed =
                List.of(village().get(0).replace("3200.50", "5000"), village().get(1));

        Imports.ImportView view = bring(changed);

        assertThat(view.landed()).isEqualTo(1);
        assertThat(view.same()).isEqualTo(4);
        assertThat(jdbcFacts()).isEqualTo("{\"income_wages\": 500000}");
    }

    private String jdbcFacts() {
        return as(
                CLERK,
                TOWN,
                () -> jdbc.sql("select facts::text from registry.statement order by seq desc limit 1")
                        .query((row, _) -> row.getString(1))
                        .single());
    }

    @Test
    void a_faulty_household_comes_back_whole_with_the_reason_and_the_others_land() {
        List<String> files =
                List.of(village().get(0).replace("3200.50", "三千"), village().get(1));

        Imports.ImportView view = bring(files);

        assertThat(view.landed()).isEqualTo(2);
        assertThat(view.held()).isEqualTo(3);
        assertThat(view.read()).isEqualTo(view.landed() + view.same() + view.held());
        assertThat(view.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.column()).isEqualTo("家庭年工资性收入");
            assertThat(fault.row()).isEqualTo(2);
        });
        assertThat(returned(view, "需改正-家庭.csv").lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("H1," + VILLAGE)
                .contains("家庭年工资性收入：");
        assertThat(returned(view, "需改正-成员.csv").lines().toList()).hasSize(3);
    }

    @Test
    void what_came_back_is_taken_once_it_is_mended() {
        Imports.ImportView view = bring(
                List.of(village().get(0).replace("3200.50", "三千"), village().get(1)));
        List<String> mended = List.of(returned(view, "需改正-家庭.csv").replace("三千", "3000"), returned(view, "需改正-成员.csv"));

        Imports.ImportView second = bring(mended);

        assertThat(second.faults()).isEmpty();
        assertThat(second.landed()).isEqualTo(3);
        assertThat(file("H1", MONDAY).household().facts().given("income_wages"))
                .isEqualTo(Optional.of(new Value.Whole(300_000)));
    }

    private String returned(Imports.ImportView view, String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        as(CLERK, TOWN, () -> {
            imports.writeReturned(view.id(), name, bytes);
            return view;
        });
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void households_of_another_town_are_held_back() {
        List<String> files = List.of(
                village().get(0).replace(VILLAGE, OTHER_VILLAGE), village().get(1));

        Imports.ImportView view = bring(files);

        assertThat(view.landed()).isZero();
        assertThat(view.faults())
                .hasSize(2)
                .allSatisfy(fault -> assertThat(fault.text()).contains("不在您的辖区"));
    }

    @Test
    void somebody_registered_elsewhere_is_not_registered_twice() {
        bring(village());
        List<String> files = List.of(
                HOUSEHOLDS + household("H9", OTHER_VILLAGE, "西街", "", 1),
                PERSONS + person("H9", "H9-1", "李国富", citizenId(19500101, 101), "户主"));

        Imports.ImportView view = bring(OTHER_TOWN, files, MONDAY);

        assertThat(view.held()).isEqualTo(2);
        assertThat(view.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.text()).contains("已登记在").contains("–"));
    }

    @Test
    void a_member_whom_the_file_forgets_is_asked_for() {
        bring(village());
        List<String> files = List.of(
                HOUSEHOLDS + household("H1", VILLAGE, "东屯1号", "3200.50", 1),
                PERSONS + person("H1", "H1-1", "李国富", citizenId(19500101, 101), "户主"));

        Imports.ImportView view = bring(files);

        assertThat(view.held()).isEqualTo(2);
        assertThat(view.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.text()).contains("王桂兰"));
    }

    @Test
    void unknown_headings_refuse_the_file_and_nothing_lands() {
        Imports.ImportView view =
                bring(List.of(village().get(0).replace("家庭住址", "住止"), village().get(1)));

        assertThat(view.state()).isEqualTo("REFUSED");
        assertThat(view.faults()).isNotEmpty();
        assertThat(count("registry.household")).isZero();
    }

    @Test
    void a_file_from_an_earlier_day_carries_the_membership_back() {
        bring(village());

        Imports.ImportView earlier = bring(TOWN, village(), MONDAY.minusMonths(1));

        assertThat(earlier.landed()).isEqualTo(5);
        assertThat(file("H1", MONDAY.minusMonths(1)).memberIds()).hasSize(2);
    }

    @Test
    void a_landing_that_is_cut_off_leaves_nothing_and_is_done_once_when_begun_again() {
        Caller clerk = caller(CLERK, TOWN);
        UUID id = UUID.randomUUID();
        as(CLERK, TOWN, () -> stored(id, clerk));
        String payload = "{\"importId\":\"" + id + "\"}";

        Callers.as(
                clerk,
                () -> transaction.execute(status -> {
                    work.run(new JobId(id), payload, (_, _) -> {});
                    status.setRollbackOnly();
                    return id;
                }));
        assertThat(count("registry.household")).isZero();
        assertThat(count("registry.statement")).isZero();

        for (int attempt = 0; attempt < 2; attempt++) {
            Callers.as(clerk, () -> work.run(new JobId(id), payload, (_, _) -> {}));
        }
        assertThat(count("registry.household")).isEqualTo(2);
        assertThat(count("registry.person")).isEqualTo(3);
        assertThat(count("registry.membership")).isEqualTo(3);
        assertThat(count("registry.statement")).isEqualTo(5);
    }

    private UUID stored(UUID id, Caller clerk) {
        queries.insert(id, "家庭.csv", MONDAY, "township", clerk, today.instant());
        try {
            queries.store(id, clerk, "家庭.csv", false, bytes(village().get(0)));
            queries.store(id, clerk, "成员.csv", false, bytes(village().get(1)));
            return id;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void persons_are_found_by_the_beginning_of_their_name() {
        bring(village());

        assertThat(as(CLERK, TOWN, () -> households.persons("wgl")))
                .extracting(Register.PersonLine::name)
                .containsExactly("王桂兰");
        assertThat(as(CLERK, OTHER_TOWN, () -> households.persons("王"))).isEmpty();
    }
}
