package yingbao.policy.batch;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yingbao.policy.SmallPack;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.Unit;
import yingbao.policy.expr.Vocabulary;
import yingbao.policy.pack.Catalogue;
import yingbao.policy.pack.Group;
import yingbao.policy.pack.Location;
import yingbao.policy.pack.Pack;
import yingbao.policy.pack.Parameter;
import yingbao.policy.pack.Programme;
import yingbao.policy.pack.Programme.Clause;
import yingbao.policy.pack.Programme.Let;
import yingbao.policy.pack.Words;
import yingbao.policy.value.DateRange;
import yingbao.policy.value.Rounding;

/** Packs of nothing but rules, over the divisions of the small pack. */
final class PackParts {
    /** A leap day, from which a year back there is none. */
    static final LocalDate ON = LocalDate.of(2024, 2, 29);

    static final Rounding TO_FEN = new Rounding(Rounding.Mode.UP, Rounding.Unit.FEN);

    private static final Pack BASE = SmallPack.whole();

    private PackParts() {}

    static Pack pack(
            Vocabulary vocabulary,
            Catalogue catalogue,
            List<Parameter> parameters,
            List<Programme> programmes,
            List<Group> groups) {
        return new Pack(
                "parts",
                "parts",
                "",
                "1",
                true,
                BASE.sources(),
                Map.of(),
                BASE.areas(),
                Map.of(),
                BASE.calendar(),
                catalogue,
                List.copyOf(parameters),
                vocabulary,
                List.copyOf(programmes),
                List.copyOf(groups),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Words.CHINESE_ONLY);
    }

    /** A programme that stands in a file of its own name. */
    static Programme programme(
            String id,
            Holder holder,
            DateRange range,
            List<Let> lets,
            List<Clause> clauses,
            Expr amount,
            Rounding rounding) {
        return new Programme(
                id,
                id,
                holder,
                range,
                List.of(),
                List.copyOf(lets),
                List.copyOf(clauses),
                List.of(),
                List.of(),
                new Programme.Amount(amount, Unit.FEN, place(id)),
                new Programme.Rule(rounding, List.of()),
                Programme.Pay.MONTHLY,
                "",
                Programme.PaysFrom.MONTH_OF_DECISION,
                "",
                Optional.empty(),
                List.of(),
                Map.of(),
                "",
                place(id));
    }

    static Location place(String file) {
        return new Location(file, 1, 1);
    }
}
