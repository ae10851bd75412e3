package yingbao.sheet;

import java.util.List;
import java.util.Locale;
import yingbao.policy.expr.Holder;

/** The two tables of a register, and what their files and sheets are called. */
enum Part {
    HOUSEHOLDS(Holder.HOUSEHOLD, "households", "家庭"),
    PERSONS(Holder.PERSON, "persons", "成员");

    private static final String CSV = ".csv";

    private final Holder holder;
    private final String name;
    private final String chineseName;

    Part(Holder holder, String name, String chineseName) {
        this.holder = holder;
        this.name = name;
        this.chineseName = chineseName;
    }

    Holder holder() {
        return holder;
    }

    /** The file that a template is written to. */
    String csvName() {
        return name + CSV;
    }

    /** The sheet that a template is written to. */
    String sheetName() {
        return chineseName;
    }

    boolean isCsv(String fileName) {
        return names().stream().anyMatch(own -> (own + CSV).equals(fileName.toLowerCase(Locale.ROOT)));
    }

    boolean isSheet(String sheet) {
        return names().contains(sheet.strip().toLowerCase(Locale.ROOT));
    }

    private List<String> names() {
        return List.of(name, chineseName);
    }
}
