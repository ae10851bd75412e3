package yingbao.policy.pack;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import yingbao.policy.expr.Value;
import yingbao.policy.value.AreaCode;
import yingbao.policy.value.CitizenId;
import yingbao.policy.value.Money;
import yingbao.policy.value.ValueException;

/** Temporary. */
final class Cells {
    private Cells() {}

    static Optional<Value> parse(Fact fact, String text) {
        if (text.isBlank() || text.equals("?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (fact.kind()) {
                        case MONEY -> new Value.Whole(Money.ofYuan(text).fen());
                        case COUNT -> new Value.Whole(Long.parseLong(text));
                        case FLAG -> Value.Flag.of(text.equals("是"));
                        case CODE -> new Value.Text(text);
                        case DATE -> new Value.Whole(LocalDate.parse(text).toEpochDay());
                        case TEXT -> new Value.Text(text);
                        case AREA -> new Value.Text(AreaCode.parse(text).digits());
                        case CITIZEN_ID -> new Value.Text(CitizenId.parse(text).value());
                    });
        } catch (DateTimeException | NumberFormatException wrong) {
            throw new ValueException("cell.temporary", text);
        }
    }
}
