package yingbao.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yingbao.policy.SmallPack;
import yingbao.policy.pack.Location;
import yingbao.policy.reading.PackTexts.Part;
import yingbao.policy.reading.PackTexts.Part.Field;
import yingbao.policy.reading.PackTexts.Placed;

/** A condition that is changed in a form stands in the file as if somebody had written it there. */
class ProgrammeFormTest {
    private static final String PATH = "programmes/written.yaml";
    private static final String TEXT = """
            # Why this programme is as it is.
            programme: written
            let:
              basic:
                label: 基本标准
                is: 'person.kind == "A" ? param.a : param.b' # two kinds
            clauses:
              # Only who lives here.
              - id: local
                ask: 是否在本县？ # asked first
                when: household.local
                refuse: "不在\\"本县\\"，应当向{household.place}申请"
                cites: [law#第一条, "notice#二"] # both
              - id: poor
                ask: 是否困难？
                any:
                  - id: first
                    ask: 是否无收入？
                    when: >-
                      household.income == 0
                      && household.local
                    refuse: 有收入
                    cites: [law]
                refuse: 不困难
                cites:
                  - law
              - {id: short, ask: 是否登记？, when: household.known, refuse: 没有登记, cites: [law]}
            excludes:
              - programme: other
                ask: 是否没有享受其他待遇？
                refuse: 已经享受其他待遇
                cites: [law#第三条]
            amount: basic * one_person # a month
            """;

    private final PackTexts texts =
            PackTexts.of(PackReader.archive(SmallPack.folder())).with(Map.of(PATH, TEXT));

    private String with(String key, Field field, String value) {
        return texts.withPart(PATH, key, Map.of(field, value), Optional.empty());
    }

    private String cited(String key, String... cites) {
        return texts.withPart(PATH, key, Map.of(), Optional.of(List.of(cites)));
    }

    private static void differs(String after, String was, String is) {
        assertThat(after).isEqualTo(TEXT.replace(was, is)).isNotEqualTo(TEXT);
    }

    @Test
    void everyPartIsShownAsItIsWritten() {
        List<Part> parts = texts.parts(PATH);

        assertThat(parts)
                .extracting(Part::key)
                .containsExactly(
                        "let/basic", "clauses/0", "clauses/1", "clauses/1/any/0", "clauses/2", "excludes/0", "amount");
        assertThat(parts.get(1).texts())
                .isEqualTo(Map.of(
                        Field.TITLE,
                        "是否在本县？",
                        Field.RULE,
                        "household.local",
                        Field.REFUSAL,
                        "不在\"本县\"，应当向{household.place}申请"));
        assertThat(parts.get(1).cites()).contains(List.of("law#第一条", "notice#二"));
        assertThat(parts.get(3).texts().get(Field.RULE))
                .as("an expression keeps its lines")
                .isEqualTo("household.income == 0\n&& household.local");
        assertThat(parts.get(3).depth()).isEqualTo(1);
    }

    @Test
    void onlyWhatIsChangedIsTouchedAndCommentsStay() {
        differs(with("clauses/0", Field.TITLE, "是否住在本县？"), "是否在本县？", "是否住在本县？");
        differs(with("clauses/0", Field.REFUSAL, "不在本县"), "\"不在\\\"本县\\\"，应当向{household.place}申请\"", "不在本县");
        differs(with("amount", Field.RULE, "basic * 2"), "basic * one_person", "basic * 2");
        differs(with("let/basic", Field.RULE, "param.a"), "'person.kind == \"A\" ? param.a : param.b'", "param.a");
        Part local = texts.parts(PATH).get(1);
        assertThat(texts.withPart(PATH, "clauses/0", local.texts(), local.cites()))
                .as("what is said as it was is not written anew")
                .isEqualTo(TEXT);
    }

    @Test
    void whatYamlWouldReadOtherwiseIsQuoted() {
        differs(
                with("clauses/0", Field.RULE, "!household.away"),
                "when: household.local\n",
                "when: '!household.away'\n");
        differs(with("clauses/1", Field.REFUSAL, "说明: 不'困难'"), "refuse: 不困难", "refuse: '说明: 不''困难'''");
        differs(with("clauses/2", Field.REFUSAL, "没有登记, 请登记"), "refuse: 没有登记", "refuse: '没有登记, 请登记'");
    }

    @Test
    void anExpressionOfSeveralLinesStandsBelowItsKey() {
        differs(
                with("clauses/1/any/0", Field.RULE, "household.income == 0\n|| household.local"),
                "&& household.local",
                "|| household.local");
        differs(
                with("clauses/0", Field.RULE, "household.local\n&& household.known"),
                "when: household.local\n",
                "when: >-\n      household.local\n      && household.known\n");
        differs(
                with("clauses/1/any/0", Field.RULE, "household.income == 0"),
                ">-\n          household.income == 0\n          && household.local",
                "household.income == 0");
    }

    @Test
    void wordsAreOneSentenceHoweverTheyWereTyped() {
        differs(with("clauses/1", Field.REFUSAL, "不困难，\n不予救助\n"), "refuse: 不困难", "refuse: 不困难， 不予救助");
    }

    @Test
    void citationsAreWrittenInTheirBrackets() {
        differs(cited("clauses/0", "law#第二条"), "[law#第一条, \"notice#二\"]", "[law#第二条]");
        differs(cited("clauses/2", "law", "notice#一"), "没有登记, cites: [law]", "没有登记, cites: [law, notice#一]");
        assertThatThrownBy(() -> cited("clauses/1", "notice"))
                .hasMessageContaining("edit.cites")
                .hasMessageContaining(PATH);
        assertThatThrownBy(() -> with("clauses/9", Field.TITLE, "x")).hasMessageContaining("edit.no-part");
        assertThatThrownBy(() -> with("clauses/1", Field.RULE, "x"))
                .as("a group has no expression of its own")
                .hasMessageContaining("edit.no-part");
    }

    @Test
    void aMistakeIsFoundInItsField() {
        assertThat(placed("&& household.local", "clauses/1/any/0")).contains(new Placed(Field.RULE, 2, 4));
        assertThat(placed("household.place", "clauses/0").map(Placed::field)).contains(Field.REFUSAL);
        assertThat(placed("notice#二", "clauses/0").map(Placed::field)).contains(Field.CITES);
        assertThat(placed("household.known", "clauses/0")).as("of another part").isEmpty();
    }

    /** Where in a part the fourth character of some words is. */
    private Optional<Placed> placed(String words, String key) {
        int at = TEXT.indexOf(words) + 3;
        int line =
                (int) TEXT.substring(0, at).chars().filter(one -> one == '\n').count() + 1;
        return texts.placed(new Location(PATH, line, at - TEXT.lastIndexOf('\n', at)), key);
    }
}
