package yingbao.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import yingbao.platform.kernel.Callers;
import yingbao.platform.kernel.Page;
import yingbao.platform.lists.ListExports;

class HouseholdExportTest extends RegistryTest {
    @Autowired
    private ListExports exports;

    @BeforeEach
    void twoTowns() {
        bring(village());
        bring(
                OTHER_TOWN,
                List.of(
                        HOUSEHOLDS + household("H9", OTHER_VILLAGE, "西街", "", 1),
                        PERSONS + person("H9", "H9-1", "赵铁柱", citizenId(19600606, 104), "户主")),
                MONDAY);
    }

    private MvcTestResult exported(String area, String query) {
        MvcTestResult result = Callers.<MvcTestResult, RuntimeException>as(
                caller(CLERK, area), () -> mvc.perform(get("/api/households/export" + query)));
        assertThat(result).hasStatusOk();
        return result;
    }

    private static List<Map<String, Object>> rows(MvcTestResult result, String sheet) {
        Map<String, Sheet> sheets = Sheet.read(result.getResponse().getContentAsByteArray());
        return Objects.requireNonNull(sheets.get(sheet)).rows();
    }

    @Test
    void the_workbook_has_the_households_of_the_list_and_the_persons_behind_them() {
        MvcTestResult result = exported(TOWN, "");

        assertThat(result.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains(".xlsx");
        assertThat(rows(result, "家庭")).extracting(row -> row.get("户主")).containsExactlyInAnyOrder("李国富", "张伟");
        assertThat(rows(result, "成员"))
                .extracting(row -> row.get("户编号") + " " + row.get("姓名") + " " + row.get("与户主关系"))
                .containsExactlyInAnyOrder("H1 李国富 户主", "H1 王桂兰 配偶", "H2 张伟 户主");
    }

    @Test
    void it_is_narrowed_as_the_list_is() {
        assertThat(rows(exported(TOWN, "?q=wgl"), "家庭"))
                .extracting(row -> row.get("户编号"))
                .containsExactly("H1");
        assertThat(rows(exported(TOWN, "?q=wgl"), "成员")).hasSize(2);
    }

    @Test
    void nobody_takes_away_households_of_another_town_whatever_they_ask_for() {
        assertThat(rows(exported(OTHER_TOWN, ""), "家庭"))
                .extracting(row -> row.get("户编号"))
                .containsExactly("H9");
        assertThat(rows(exported(OTHER_TOWN, "?area=" + TOWN), "家庭")).isEmpty();
        assertThat(rows(exported(OTHER_TOWN, "?area=" + TOWN), "成员")).isEmpty();
    }

    @Test
    void citizen_ids_stay_masked() {
        String masked =
                String.valueOf(rows(exported(TOWN, "?q=H2"), "成员").getFirst().get("公民身份号码"));

        assertThat(masked).startsWith("229901").contains("*").isNotEqualTo(citizenId(19800505, 103));
    }

    @Test
    void each_export_is_an_entry_in_the_log_that_tells_how_much_was_taken_but_no_citizen_id() {
        exported(TOWN, "?q=" + citizenId(19520303, 102));

        String detail = as(
                "auditor",
                "22",
                () -> jdbc.sql("select detail::text from audit.entry where action = 'list.export'")
                        .query(String.class)
                        .single());
        assertThat(detail).contains("\"rows\"", "\"1\"").doesNotContain(citizenId(19520303, 102));
    }

    @Test
    void a_list_that_is_too_long_is_refused_with_how_long_it_may_be() {
        assertThatThrownBy(() -> exports.all(new Page<>(List.of("H1"), ListExports.ROWS_MAX + 1), (_, _) -> List.of()))
                .hasMessageContaining("lists.too-many");
    }
}
