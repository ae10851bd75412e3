package yingbao.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yingbao.policy.SmallPack;
import yingbao.policy.SmallPack.Edit;
import yingbao.policy.pack.Fault;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Programme;
import yingbao.policy.reading.PackReader.Reading;
import yingbao.policy.value.Language;

/** What a pack's Chinese labels are called in English. */
class EnglishWordsTest {
    @TempDir
    private Path scratch;

    private static Path shipped(String pack) {
        return Path.of(System.getProperty("yingbao.home", ".."), "packs", pack);
    }

    private static Pack read(Path folder, Language language) {
        return switch (PackReader.read(PackReader.archive(folder), language)) {
            case Reading.Accepted(Pack pack) -> pack;
            case Reading.Refused refused -> throw new AssertionError("faults: " + refused.faults());
        };
    }

    private static List<String> titles(Pack pack) {
        return pack.programmes().stream().map(Programme::title).distinct().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jilin", "jilin-demo"})
    void everyLabelOfAShippedPackHasItsEnglishAndEveryEnglishItsLabel(String pack) {
        assertThat(PackReader.openWords(shipped(pack))).isEmpty();
    }

    @Test
    void aPackReadInEnglishSpeaksEnglishAndIsTheSamePackOtherwise() {
        Pack chinese = read(shipped("jilin"), Language.CHINESE);
        Pack english = read(shipped("jilin"), Language.ENGLISH);
        assertThat(titles(chinese)).contains("农村最低生活保障");
        assertThat(titles(english)).contains("Rural dibao").noneMatch(Labels::isChinese);
        assertThat(english.version()).isEqualTo(chinese.version());
        assertThat(english.words().language()).isEqualTo(Language.ENGLISH);
        assertThat(english.catalogue().find("person.disability_kind"))
                .hasValueSatisfying(fact -> assertThat(fact.symbol().codes()).containsEntry("4", "Physical"));
    }

    @Test
    void titlesAndArticlesOfLawsStayAsTheyAreWritten() {
        Pack english = read(shipped("jilin"), Language.ENGLISH);
        Programme dibao = english.programmes().stream()
                .filter(programme -> programme.id().equals("rural-dibao"))
                .findFirst()
                .orElseThrow();
        assertThat(dibao.cites().stream().map(english::cited)).contains("《社会救助暂行办法》（国务院令第649号）第九条");
    }

    @Test
    void aPackWithoutEnglishWordsSpeaksChineseInEveryLanguage() {
        assertThat(PackReader.openWords(SmallPack.folder())).isEmpty();
        assertThat(titles(read(SmallPack.folder(), Language.ENGLISH)))
                .isEqualTo(titles(read(SmallPack.folder(), Language.CHINESE)));
    }

    @Test
    void aLabelWithoutEnglishIsNamedWhereItStandsAndAnEnglishWithoutALabelToo() {
        Path pack = SmallPack.copy(scratch, new Edit("words/en/all.yaml", "", "小额补贴: x\n从来没有: never\n"));
        List<Fault> open = PackReader.openWords(pack);
        assertThat(open).extracting(Fault::code).contains("words.missing", "words.unused");
        assertThat(open)
                .filteredOn(fault -> fault.code().equals("words.unused"))
                .extracting(fault -> fault.location() + " " + fault.arguments())
                .contains("words/en/all.yaml:2:1 [从来没有]");
        assertThat(open)
                .filteredOn(fault -> fault.code().equals("words.missing"))
                .allMatch(fault -> !fault.location().file().startsWith("words/"));
    }

    @Test
    void aLabelWithoutEnglishKeepsNoPackFromBeingUsed() {
        Path pack = SmallPack.copy(scratch, new Edit("words/en/all.yaml", "", "从来没有: never\n"));
        assertThat(SmallPack.faults(pack)).isEmpty();
    }

    @Test
    void theEnglishPutsInTheSameValuesAsTheChinese() {
        Lint.in(scratch)
                .edit("words/en/all.yaml", "", "共{allowance}，标准{param.x}: ‸standard {param.x}\n")
                .finds("words.values", "共{allowance}，标准{param.x}");
    }

    @Test
    void aLabelIsCalledOneThing() {
        Path pack = SmallPack.copy(
                scratch,
                new Edit("words/en/a.yaml", "", "年收入: Income\n"),
                new Edit("words/en/b.yaml", "", "年收入: Earnings\n"));
        assertThat(SmallPack.faults(pack))
                .extracting(fault -> fault.location() + " " + fault.code())
                .containsExactly("words/en/b.yaml:1:1 pack.twice");
    }

    @Test
    void aPackThatExtendsAnotherMayCallALabelOtherwise() {
        Path base = SmallPack.copy(scratch, new Edit("words/en/all.yaml", "", "年收入: Income\n"));
        Path pack = SmallPack.copy(
                scratch,
                new Edit("pack.yaml", "pack: small\n", "pack: small\nextends: ../" + base.getFileName() + "\n"),
                new Edit("words/en/own.yaml", "", "年收入: Earnings\n"));
        assertThat(read(pack, Language.CHINESE).words().english()).containsEntry("年收入", "Earnings");
    }
}
