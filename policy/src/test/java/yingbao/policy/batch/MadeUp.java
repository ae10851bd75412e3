package yingbao.policy.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import yingbao.policy.expr.Compilation;
import yingbao.policy.expr.Context;
import yingbao.policy.expr.Expressions;
import yingbao.policy.expr.Holder;
import yingbao.policy.expr.RandomExpression.Kind;
import yingbao.policy.expr.Symbol;
import yingbao.policy.expr.Type;
import yingbao.policy.expr.Unit;
import yingbao.policy.expr.Vocabulary;
import yingbao.policy.expr.World;
import yingbao.policy.pack.Fact;
import yingbao.policy.value.AreaCode;

/** The names of a made-up pack, and where it holds. */
final class MadeUp {
    /** Counties of the small pack that exist on {@link PackParts#ON} and did the year before. */
    static final List<AreaCode> AREAS = Stream.of("980104", "980105", "980201", "980202")
            .map(AreaCode::parse)
            .toList();

    static final List<String> HOUSEHOLD_PROGRAMMES = List.of("h0", "h1", "h2", "h3", "gone_h");
    static final List<String> PERSON_PROGRAMMES = List.of("p0", "p1", "p2", "p3", "gone_p");

    /** More flags of a household than a word has bits. */
    static final List<String> MANY_FLAGS =
            IntStream.range(0, 70).mapToObj(number -> "f" + number).toList();

    private static final Map<String, String> CODES = Map.of("a", "甲", "b", "乙", "c", "丙");

    /** A fact that follows from others where nobody gave it; {@code is} where nobody may give it. */
    record Derived(Holder holder, String name, Kind kind, boolean collectable) {
        String fullName() {
            return holder == Holder.HOUSEHOLD ? "household." + name : "person." + name;
        }

        Symbol symbol() {
            return switch (kind) {
                case FLAG -> Symbol.of(name, Type.FLAG, Unit.NONE, name);
                case COUNT -> Symbol.of(name, Type.WHOLE, Unit.PERSON, name);
                case FACTOR -> Symbol.of(name, Type.WHOLE, Unit.NONE, name);
                case MONEY -> Symbol.of(name, Type.WHOLE, Unit.FEN, name);
                case DATE -> Symbol.of(name, Type.WHOLE, Unit.DATE, name);
                case CODE -> new Symbol(name, Type.TEXT, Unit.NONE, name, "", CODES);
                case CITIZEN_ID -> Symbol.of(name, Type.TEXT, Unit.NONE, name);
            };
        }
    }

    /** Each may follow from those before it. */
    static final List<Derived> DERIVED = List.of(
            new Derived(Holder.PERSON, "adult", Kind.FLAG, true),
            new Derived(Holder.PERSON, "pay", Kind.MONEY, false),
            new Derived(Holder.PERSON, "came", Kind.DATE, true),
            new Derived(Holder.HOUSEHOLD, "dues", Kind.MONEY, true),
            new Derived(Holder.HOUSEHOLD, "sound", Kind.FLAG, false),
            new Derived(Holder.PERSON, "rank", Kind.CODE, true));

    /** These may also follow from what somebody receives. */
    static final List<Derived> DERIVED_LATE = List.of(
            new Derived(Holder.PERSON, "helped", Kind.FLAG, false),
            new Derived(Holder.HOUSEHOLD, "left", Kind.COUNT, true));

    static final Vocabulary VOCABULARY = vocabulary();
    private static final Expressions EXPRESSIONS = new Expressions(VOCABULARY);

    private MadeUp() {}

    private static Vocabulary vocabulary() {
        List<Symbol> household = new ArrayList<>(World.VOCABULARY.household());
        household.add(Symbol.of("moved", Type.WHOLE, Unit.DATE, "迁入"));
        MANY_FLAGS.forEach(name -> household.add(Symbol.of(name, Type.FLAG, Unit.NONE, name)));
        List<Symbol> person = new ArrayList<>(World.VOCABULARY.person());
        person.add(Symbol.of("id_number", Type.TEXT, Unit.NONE, "公民身份号码"));
        Stream.concat(DERIVED.stream(), DERIVED_LATE.stream())
                .forEach(derived -> (derived.holder() == Holder.HOUSEHOLD ? household : person).add(derived.symbol()));
        Map<String, Holder> programmes = new HashMap<>();
        HOUSEHOLD_PROGRAMMES.forEach(id -> programmes.put(id, Holder.HOUSEHOLD));
        PERSON_PROGRAMMES.forEach(id -> programmes.put(id, Holder.PERSON));
        return new Vocabulary(household, person, World.VOCABULARY.parameters(), programmes);
    }

    static List<Fact> facts(Holder holder) {
        return VOCABULARY.facts(holder).stream()
                .map(symbol -> new Fact(
                        holder,
                        symbol,
                        kind(symbol),
                        "",
                        "",
                        Fact.Sensitivity.PLAIN,
                        Stream.concat(DERIVED.stream(), DERIVED_LATE.stream())
                                .filter(derived -> derived.holder() == holder)
                                .filter(derived -> derived.name().equals(symbol.name()))
                                .allMatch(Derived::collectable),
                        false,
                        PackParts.place(symbol.name())))
                .toList();
    }

    private static Fact.Kind kind(Symbol symbol) {
        return switch (symbol.type()) {
            case FLAG -> Fact.Kind.FLAG;
            case TEXT -> symbol.codes().isEmpty() ? Fact.Kind.CITIZEN_ID : Fact.Kind.CODE;
            case WHOLE ->
                symbol.unit().equals(Unit.DATE)
                        ? Fact.Kind.DATE
                        : symbol.unit().isMoney() ? Fact.Kind.MONEY : Fact.Kind.COUNT;
        };
    }

    static Compilation.Accepted compiled(String source, Context context) {
        return switch (EXPRESSIONS.compile(source, context)) {
            case Compilation.Accepted accepted -> accepted;
            case Compilation.Refused refused -> throw new AssertionError(source + " is refused: " + refused);
        };
    }
}
