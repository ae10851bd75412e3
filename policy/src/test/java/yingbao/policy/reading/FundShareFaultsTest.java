package yingbao.policy.reading;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults in who bears which share of a programme's money. */
class FundShareFaultsTest {
    private static final String CARE = "programmes/care.yaml";
    private static final String AMOUNTS = "parameters/amounts.yaml";
    private static final String SHARE_OF_NINETY_PER_CENT = """
            parameters:
              - name: province_share
                unit: percent
                label: 省级分担比例
                level: province
                set_by: 省级财政部门
                cites: [law#五]
                values:
                  - {value: "90", mark: SEEN, cites: [law#五]}
            """;

    @TempDir
    private Path scratch;

    private Lint lint() {
        return Lint.in(scratch).edit(AMOUNTS, "parameters:\n", SHARE_OF_NINETY_PER_CENT);
    }

    @Test
    void theSharesOfAllLevelsMakeTheWhole() {
        lint().edit(CARE, "funds: [province]", "funds: [province]\nfund_shares: {province: province_share}")
                .edit(CARE, "programme: care", "‸programme: care")
                .findsAmongOthers("programme.fund-shares-sum");
    }

    @Test
    void everyLevelThatPaysHasItsShare() {
        lint().edit(CARE, "funds: [province]", "funds: [province, county]\nfund_shares: {province: province_share}")
                .edit(CARE, "programme: care", "‸programme: care")
                .findsAmongOthers("programme.fund-shares");
    }
}
