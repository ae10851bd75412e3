package yingbao.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import yingbao.policy.Messages;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Fact;
import yingbao.policy.pack.Pack;
import yingbao.policy.register.KeyColumn;
import yingbao.policy.value.AreaLevel;

/**
 * A column of a template, and what people are told about it.
 *
 * @param label the heading
 * @param name the heading for machines
 * @param isText whether the column is kept as text, so that a spreadsheet changes nothing in it
 * @param choices what may be picked from a list; empty where anything may be written
 * @param explanation the cells of its line among the explanations
 */
record TemplateColumn(String label, String name, boolean isText, List<String> choices, List<String> explanation) {

    /** The words of templates, which are Chinese as the pack's labels are. */
    static final Messages WORDS = new Messages(Locale.CHINESE, List.of("yingbao.sheet.template"));

    private static final List<String> FLAGS = List.of("是", "否");

    /** The columns of a part: the ids, then every fact that people supply, in the catalogue's order. */
    static List<TemplateColumn> of(Part part, Pack pack) {
        List<TemplateColumn> columns = new ArrayList<>();
        for (KeyColumn key : KeyColumn.values()) {
            if (part.holder() == Holder.PERSON || key == KeyColumn.HOUSEHOLD_ID) {
                columns.add(ofKey(part, key));
            }
        }
        pack.catalogue().facts(part.holder()).stream()
                .filter(Fact::collected)
                .forEach(fact -> columns.add(ofFact(part, fact, pack)));
        return columns;
    }

    private static TemplateColumn ofKey(Part part, KeyColumn key) {
        String word = "key." + key.heading().replace('_', '-');
        List<String> explanation = List.of(
                part.sheetName(),
                key.label(),
                key.heading(),
                WORDS.text("kind.text"),
                "",
                WORDS.text(word),
                "",
                "",
                WORDS.text("required.yes"),
                WORDS.text(word + ".example"));
        return new TemplateColumn(key.label(), key.heading(), true, List.of(), explanation);
    }

    private static TemplateColumn ofFact(Part part, Fact fact, Pack pack) {
        boolean required = fact.kind() == Fact.Kind.AREA && fact.holder() == Holder.HOUSEHOLD;
        Map<String, String> codes = fact.symbol().codes();
        List<String> explanation = List.of(
                part.sheetName(),
                fact.heading(),
                fact.symbol().name(),
                WORDS.text("kind." + kind(fact)),
                fact.symbol().unit().label(),
                allowed(fact),
                pack.catalogue().supplierLabel(fact),
                fact.evidence(),
                WORDS.text(required ? "required.yes" : "required.no"),
                example(fact, pack));
        List<String> choices = switch (fact.kind()) {
            case FLAG -> FLAGS;
            case CODE -> List.copyOf(codes.values());
            case MONEY, COUNT, DATE, TEXT, AREA, CITIZEN_ID -> List.of();
        };
        boolean isText = switch (fact.kind()) {
            case MONEY, COUNT, FLAG -> false;
            case CODE, DATE, TEXT, AREA, CITIZEN_ID -> true;
        };
        return new TemplateColumn(fact.heading(), fact.symbol().name(), isText, choices, explanation);
    }

    private static String kind(Fact fact) {
        return fact.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String allowed(Fact fact) {
        return switch (fact.kind()) {
            case CODE ->
                fact.symbol().codes().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining("\n"));
            case MONEY, COUNT, FLAG, DATE, TEXT, AREA, CITIZEN_ID -> WORDS.text("allowed." + kind(fact));
        };
    }

    private static String example(Fact fact, Pack pack) {
        return switch (fact.kind()) {
            case CODE -> fact.symbol().codes().values().stream().findFirst().orElse("");
            case AREA -> smallestArea(pack);
            case MONEY, COUNT, FLAG, DATE, TEXT, CITIZEN_ID -> WORDS.text("example." + kind(fact));
        };
    }

    /** The first of the pack's smallest areas among those that have no end. */
    private static String smallestArea(Pack pack) {
        return Arrays.stream(AreaLevel.values())
                .sorted((left, right) -> right.compareTo(left))
                .flatMap(level -> pack.areas().all(level, LocalDate.MAX).stream())
                .map(area -> area.code().digits())
                .findFirst()
                .orElse("");
    }
}
