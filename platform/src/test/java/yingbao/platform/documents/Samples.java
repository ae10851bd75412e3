package yingbao.platform.documents;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import yingbao.policy.value.Money;

/** Papers about people who do not exist. */
final class Samples {
    private static final List<String> FAMILY = List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴");
    private static final List<String> GIVEN = List.of("春生", "桂兰", "德山", "玉芬", "长海", "淑珍", "铁柱", "凤霞", "永贵", "秀英");

    private Samples() {}

    private static String name(int number) {
        return FAMILY.get(number % 10) + GIVEN.get(number / 10 % 10);
    }

    static Form application() {
        Form.Table members = new Form.Table(
                "二、家庭成员",
                List.of(
                        new Form.Column("姓名", 3, Form.Align.LEFT),
                        new Form.Column("与申请人关系", 3, Form.Align.CENTRE),
                        new Form.Column("身份证号", 6, Form.Align.CENTRE),
                        new Form.Column("健康状况", 4, Form.Align.LEFT),
                        new Form.Column("月收入（元）", 3, Form.Align.RIGHT)),
                List.of(
                        List.of("王春生", "本人", "229901********1234", "肢体残疾二级", "150.00"),
                        List.of("李桂兰", "配偶", "229901********1226", "一般", "1,200.00")),
                List.of("合计", "", "", "", "1,350.00"));
        return Papers.application(new Papers.Applied(
                "甲类救助",
                "2016-00012",
                List.of(
                        Form.Field.of("申请人", "王春生"),
                        Form.Field.of("性别", "男"),
                        Form.Field.of("出生日期", "1949-03-02"),
                        Form.Field.of("联系电话", "139****0000"),
                        Form.Field.wide("家庭住址", "示范县柳河镇向阳村三组 12 号"),
                        Form.Field.wide("申请理由", "本人二级肢体残疾，长期不能劳动；配偶务农，去年遭灾减产。<请核实>")),
                true,
                List.of(members),
                List.of(
                        new Form.Opinion("入户调查意见", "情况属实。", "赵长海、黄淑珍", "2016年9月20日"),
                        new Form.Opinion("民主评议意见", "到会 11 人，同意 10 人，不同意 1 人。", "周永贵", "2016年9月22日"),
                        new Form.Opinion("乡镇（街道）审核意见", "", "", ""),
                        new Form.Opinion("县级民政部门审批意见", "", "", ""))));
    }

    static Papers.Letter letter() {
        return new Papers.Letter(
                "甲类救助",
                "示民告〔2016〕12号",
                "王春生",
                LocalDate.of(2016, 9, 12),
                LocalDate.of(2016, 10, 10),
                "示范县民政局",
                "示范县",
                Optional.of(new Papers.Remedies(60, "《甲法》第九条", 6, "《乙法》第四十六条")));
    }

    static Form granted() {
        return Papers.granted(
                letter(),
                new Papers.Grant("《某某办法》第九条", Money.ofYuan("550"), Papers.Rhythm.MONTHLY, YearMonth.of(2016, 11), true),
                List.of(Form.Field.of("家庭人口", "2 人"), Form.Field.of("批准人数", "2 人")));
    }

    static Form resumed(String reason) {
        return Papers.changed(
                letter(),
                Papers.Change.RESUMED,
                reason,
                new Papers.Amounts(YearMonth.of(2016, 11), Money.ofYuan("0"), Money.ofYuan("550"), 0),
                List.of());
    }

    static Form refused() {
        return Papers.refused(
                letter(),
                List.of(
                        new Papers.Reason("家庭人均年收入 8,100.00 元，高于标准 4,200.00 元", "《某某办法》第九条"),
                        new Papers.Reason("家庭有机动车辆 1 辆", "《某某办法》第十条")));
    }

    static Form notice(int households) {
        Form.Table shown = new Form.Table(
                "",
                List.of(
                        new Form.Column("序号", 1, Form.Align.CENTRE),
                        new Form.Column("姓名", 2, Form.Align.CENTRE),
                        new Form.Column("家庭人口", 2, Form.Align.CENTRE),
                        new Form.Column("拟批准人数", 2, Form.Align.CENTRE),
                        new Form.Column("拟月金额（元）", 3, Form.Align.RIGHT)),
                IntStream.range(0, households)
                        .mapToObj(at -> List.of(Integer.toString(at + 1), name(at * 7), "3", "3", "550.00"))
                        .toList(),
                List.of());
        return Papers.notice(new Papers.Noticed(
                "甲类救助拟批准对象",
                "公示编号：2016-00031",
                "柳河镇向阳村",
                shown,
                LocalDate.of(2016, 10, 10),
                Optional.of(LocalDate.of(2016, 10, 16)),
                "柳河镇人民政府",
                "0430-0000000",
                "https://yingbao.example/wall/2016-00031"));
    }

    static Form paymentList(int payees) {
        return Papers.paymentList(
                "甲类救助",
                "示范县柳河镇向阳村",
                YearMonth.of(2016, 10),
                IntStream.range(0, payees)
                        .mapToObj(at -> new Papers.Payee(
                                name(at),
                                "229901********" + (1000 + at),
                                "示范县农村信用社 6228****" + (1000 + at),
                                1 + at % 4,
                                Money.ofFen(30_050L + 1_000L * at),
                                at % 9 == 0 ? "补发 7—9 月" : ""))
                        .toList());
    }
}
