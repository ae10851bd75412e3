package yingbao.platform.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import yingbao.platform.PlatformTest;
import yingbao.platform.kernel.Callers;
import yingbao.policy.expr.Value;
import yingbao.policy.value.DateRange;

/** A clerk of one town and a clerk of the next, and the files that they bring. */
abstract class RegistryTest extends PlatformTest {
    static final String CLERK = "township-clerk";
    static final String TOWN = "229901100";
    static final String OTHER_TOWN = "229901001";
    static final String VILLAGE = "229901100200";
    static final String OTHER_VILLAGE = "229901001001";
    static final String HOUSEHOLDS = "户编号,所在村（居）区划代码,家庭住址,家庭年工资性收入,登记人数\n";
    static final String PERSONS = "户编号,人员编号,姓名,公民身份号码,与户主关系,残疾等级\n";

    @Autowired
    Register register;

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient jdbc;

    /** A citizen id that nobody bears, of the demonstration's county. */
    static String citizenId(int birth, int order) {
        String body = "229901%08d%03d".formatted(birth, order);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (body.charAt(i) - '0') * weights[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    static String household(String number, String village, String address, String wages, int persons) {
        return String.join(",", number, village, address, wages, Integer.toString(persons)) + "\n";
    }

    static String person(String household, String number, String name, String citizenId, String relation) {
        return String.join(",", household, number, name, citizenId, relation, "二级") + "\n";
    }

    /** A village of two households with three persons. */
    static List<String> village() {
        return List.of(
                HOUSEHOLDS + household("H1", VILLAGE, "东屯1号", "3200.50", 2) + household("H2", VILLAGE, "东屯2号", "", 1),
                PERSONS
                        + person("H1", "H1-1", "李国富", citizenId(19500101, 101), "户主")
                        + person("H1", "H1-2", "王桂兰", citizenId(19520303, 102), "配偶")
                        + person("H2", "H2-1", "张伟", citizenId(19800505, 103), "户主"));
    }

    Imports.ImportView bring(List<String> files) {
        return bring(TOWN, files, MONDAY);
    }

    Imports.ImportView bring(String town, List<String> files, LocalDate on) {
        return ended(town, as(CLERK, town, () -> submit(files, on)));
    }

    /** An import as it ended; the reading of it is a job. */
    Imports.ImportView ended(UUID id) {
        return ended(TOWN, id);
    }

    private Imports.ImportView ended(String town, UUID id) {
        for (int attempt = 0; attempt < 600; attempt++) {
            Imports.ImportView view = as(CLERK, town, () -> imports.find(id));
            if (view.finishedAt().isPresent()) {
                return view;
            }
            pause();
        }
        throw new AssertionError("the import did not end");
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private UUID submit(List<String> files, LocalDate on) {
        try {
            return imports.submit(
                    List.of(upload("家庭.csv", files.get(0)), upload("成员.csv", files.get(1))), on, "township");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Imports.Upload upload(String name, String text) {
        return new Imports.Upload(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    HouseholdId householdNumbered(String number) {
        return as(
                CLERK,
                TOWN,
                () -> jdbc.sql("select id from registry.household where number = :number")
                        .param("number", number)
                        .query((row, _) -> new HouseholdId(row.getObject(1, UUID.class)))
                        .single());
    }

    /** A person by name. */
    PersonId personNamed(String name) {
        return as(
                CLERK,
                TOWN,
                () -> jdbc.sql("select id from registry.person where name = :name")
                        .param("name", name)
                        .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                        .single());
    }

    HouseholdFile file(String number, LocalDate on) {
        HouseholdId id = householdNumbered(number);
        return as(CLERK, TOWN, () -> register.find(id, on).orElseThrow());
    }

    long count(String table) {
        return as(
                CLERK,
                TOWN,
                () -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single());
    }

    StatementId state(HouseholdId household, DateRange valid, String fact, long value) {
        Map<String, Optional<Value>> facts = new TreeMap<>(Map.of(fact, Optional.of(new Value.Whole(value))));
        return Callers.as(
                caller(CLERK, TOWN),
                () -> register.state(NewStatement.of(household, valid, facts, "township", NewStatement.Cause.SURVEY)));
    }
}
