package yingbao.platform.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnTest extends PaymentsTest {

    @Test
    void the_same_return_file_twice_changes_nothing() {
        granted("张三", "6210000000000001", "2016-10", 35_000);
        RunView run = confirmed(OCTOBER);
        ReturnView first = report(run, _ -> "成功");
        long transfers = number("select count(*) from payments.transfer");
        ReturnView second = report(run, _ -> "成功");

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(first.posted()).isEqualTo(1);
        assertThat(number("select count(*) from payments.transfer")).isEqualTo(transfers);
    }

    @Test
    void another_file_that_says_the_same_is_repetition_and_one_that_says_the_contrary_is_refused() {
        granted("张三", "6210000000000001", "2016-10", 35_000);
        RunView run = confirmed(OCTOBER);
        String reference = lines(run).getFirst().reference();
        report(run, _ -> "成功");

        assertThat(taken(run, "付款编号,结果\n" + reference + ",已发放\n").repeated()).isEqualTo(1);
        assertThat(taken(run, "付款编号,结果\n" + reference + ",失败\n").rows())
                .extracting(ReturnView.ReturnFault::text)
                .containsExactly("此前的回盘已报成功并入账，不能再改为失败。发生退汇的，请按追回办理");
        assertLedgerIsWhole();
    }

    @Test
    void what_the_bank_could_not_pay_is_paid_again_to_the_corrected_account() {
        Entitled zhang = granted("张三", "6210000000000001", "2016-10", 35_000);
        granted("李四", "6210000000000002", "2016-10", 20_000);
        RunView run = confirmed(OCTOBER);
        ReturnView file = report(run, payee -> payee.equals("张三") ? "失败" : "成功");
        assertThat(List.of(file.posted(), file.voided())).containsExactly(1, 1);
        assertThat(recipients(run))
                .filteredOn(one -> one.name().equals("张三"))
                .first()
                .satisfies(failed -> {
                    assertThat(failed.state()).isEqualTo(RecipientView.State.FAILED);
                    assertThat(failed.failure()).isEqualTo("账号不存在");
                });

        account(zhang, "6210000000000003");
        RunView again = paid(OCTOBER);
        assertThat(lines(again, "张三")).containsExactly("2016-10 REISSUED 35000");
        assertThat(lines(again))
                .hasSize(1)
                .first()
                .satisfies(line -> assertThat(line.account()).endsWith("0003"));
        assertThat(balances()).containsEntry("BANK", List.of(-55_000L, 0L));
        assertLedgerIsWhole();
    }

    @Test
    void rows_that_cannot_be_true_come_back_with_the_reason_and_the_others_are_taken() {
        granted("张三", "6210000000000001", "2016-10", 35_000);
        granted("李四", "6210000000000002", "2016-10", 20_000);
        granted("王五", "6210000000000003", "2016-10", 10_000);
        granted("赵六", "6210000000000004", "2016-10", 5_000);
        RunView run = confirmed(OCTOBER);
        String[] references = {"张三", "李四", "王五", "赵六"};
        for (int at = 0; at < references.length; at++) {
            String name = references[at];
            references[at] = lines(run).stream()
                    .filter(line -> line.payee().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .reference();
        }
        ReturnView file =
                taken(run, """
                付款编号,金额,结果
                %s,350.00,成功
                %s,199.00,成功
                %s,100.00,成功
                %s,100.00,失败
                X-1,1.00,成功
                %s,50.00,也许
                """.formatted(references[0], references[1], references[2], references[2], references[3]));

        assertThat(file.posted()).isEqualTo(1);
        assertThat(file.rows()).extracting(ReturnView.ReturnFault::row).containsExactly(3L, 4L, 5L, 6L, 7L);
        assertThat(file.rows())
                .extracting(ReturnView.ReturnFault::text)
                .satisfiesExactly(
                        amount -> assertThat(amount).contains("199.00", "200.00"),
                        twice -> assertThat(twice).contains("不止一次"),
                        twice -> assertThat(twice).contains("不止一次"),
                        unknown -> assertThat(unknown).contains("X-1"),
                        result -> assertThat(result).contains("也许"));
        assertThat(number("select count(*) from payments.transfer where kind = 'POST' and code = 'PAYMENT'"))
                .isEqualTo(1);
        assertLedgerIsWhole();
    }

    @Test
    void a_file_without_results_is_refused_whole() {
        granted("张三", "6210000000000001", "2016-10", 35_000);
        RunView run = confirmed(OCTOBER);

        assertThatThrownBy(() -> taken(run, "付款编号,金额\nX,1\n")).hasMessageContaining("payments.return-headings");
        assertThat(number("select count(*) from payments.return_file")).isZero();
    }

    @Test
    void a_payment_is_never_settled_in_part_or_twice_or_changed() {
        granted("张三", "6210000000000001", "2016-10", 35_000);
        confirmed(OCTOBER);
        String resolve = """
                insert into payments.transfer
                select gen_random_uuid(), 'POST', code, debit_account, credit_account, amount_fen, area_code, run_id, programme,
                       recipient_id, entitlement_id, month, decision_id, payment_id, id, created_on, created_at
                  from payments.transfer where kind = 'PENDING'
                """;

        assertThatThrownBy(() -> owner(resolve + " and code = 'PAYMENT'")).hasMessageContaining("as a whole");
        owner(resolve);
        assertThatThrownBy(() -> owner(resolve)).hasMessageContaining("pending_id");
        assertThatThrownBy(() -> owner("update payments.transfer set amount_fen = 1"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> owner("delete from payments.transfer")).hasMessageContaining("never changed");
    }
}
