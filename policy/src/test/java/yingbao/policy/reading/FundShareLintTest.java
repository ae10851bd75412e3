package yingbao.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yingbao.policy.SmallPack;
import yingbao.policy.SmallPack.Edit;
import yingbao.policy.pack.Fault;
import yingbao.policy.pack.Pack;

/** The shares of the levels that pay for a programme. */
class FundShareLintTest {
    private static final String CARE = "programmes/care.yaml";

    @TempDir
    private Path scratch;

    private Edit[] shares(String funds, String shares, String province, String county) {
        return new Edit[] {
            new Edit(CARE, "funds: [province]", "funds: [" + funds + "]\nfund_shares: {" + shares + "}"),
            new Edit("parameters/shares.yaml", "", """
                    parameters:
                      - {name: share_province, unit: percent, label: 省级分担比例, level: county, set_by: 省, cites: [law#八], values: [%s]}
                      - {name: share_county, unit: percent, label: 县级分担比例, level: county, set_by: 省, cites: [law#八], values: [%s]}
                    """.formatted(province, county))
        };
    }

    private List<String> codes(Edit... edits) {
        return SmallPack.faults(SmallPack.copy(scratch, edits)).stream()
                .map(Fault::code)
                .distinct()
                .toList();
    }

    private static String value(String percent) {
        return "{value: \"" + percent + "\", mark: SEEN, cites: [law#八]}";
    }

    private static final String BOTH = "province: share_province, county: share_county";

    @Test
    void makeAWhole() {
        Pack pack = SmallPack.with(scratch, shares("province, county", BOTH, value("60"), value("40")));

        assertThat(pack.programmes())
                .filteredOn(programme -> !programme.fundShares().isEmpty())
                .singleElement()
                .satisfies(programme -> assertThat(programme.fundShares()).containsEntry("province", "share_province"));
        assertThat(codes(shares("province, county", BOTH, value("60"), value("30"))))
                .containsExactly("programme.fund-shares-sum");
    }

    @Test
    void mayBeUnknown() {
        assertThat(codes(shares("province, county", BOTH, "{value: UNKNOWN, mark: UNKNOWN}", value("40"))))
                .isEmpty();
    }

    @Test
    void areSaidForEveryLevelThatPays() {
        assertThat(codes(shares("province, county", "county: share_county", value("60"), value("40"))))
                .containsExactly("programme.fund-shares");
    }

    @Test
    void arePercentages() {
        assertThat(codes(shares(
                        "province, county", "province: notice_days, county: share_county", value("60"), value("40"))))
                .contains("parameters.unit");
    }
}
