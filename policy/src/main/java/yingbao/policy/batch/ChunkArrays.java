package yingbao.policy.batch;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import yingbao.policy.batch.Operand.Place;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Holder;

/** The arrays of a chunk in local variables of a kernel, fetched once before its loop. */
final class ChunkArrays {
    private static final ClassDesc CHUNK = ClassDesc.of(Chunk.class.getName());
    private static final ClassDesc INTS = ConstantDescs.CD_int.arrayType();
    private static final ClassDesc LONGS = ConstantDescs.CD_long.arrayType(2);
    private static final int CHUNK_SLOT = 0;

    private final Code code;
    private final Plan plan;
    private final int words;
    private final List<Place> noMembers;
    private final Map<String, Integer> fetched = new HashMap<>();

    ChunkArrays(Code code, Plan plan) {
        this.code = code;
        this.plan = plan;
        this.words = plan.inputs().words();
        List<Place> bits = new ArrayList<>();
        OptionalInt members = plan.inputs().find(new Inputs.Input.Members());
        for (int word = 0; word < words; word++) {
            bits.add(new Place.Constant(members.isPresent() ? Inputs.inWord(members.getAsInt(), word) : 0));
        }
        this.noMembers = List.copyOf(bits);
    }

    int words() {
        return words;
    }

    List<Place> noMembers() {
        return noMembers;
    }

    /** Fetches what an expression names. */
    void fetch(Expr expr, Names names, String programme) {
        fetchInts("start");
        expr.walk(node -> {
            switch (node) {
                case Expr.FactRef fact -> fetch(names.fact(holder(fact), fact.slot()));
                case Expr.LetRef let -> fetch(names.let(programme, let.slot()));
                case Expr.Receives receives ->
                    names.received(receives.programme()).ifPresent(this::fetch);
                case Expr.ParameterRef parameter ->
                    fetchParameter(names.parameter(parameter.slot(), parameter.moment()));
                case Expr.Constant _, Expr.AsOf _, Expr.Not _, Expr.All _, Expr.Any _, Expr.Choice _ -> {}
                case Expr.Comparison _, Expr.Among _, Expr.Arithmetic _, Expr.Call _, Expr.Fold _ -> {}
            }
        });
    }

    private static Holder holder(Expr.FactRef fact) {
        return fact.subject() instanceof Expr.Subject.TheHousehold ? Holder.HOUSEHOLD : Holder.PERSON;
    }

    void fetch(Vector vector) {
        if (!vector.stored()) {
            return;
        }
        fetch("value", vector.index());
        if (vector.hasDenominators()) {
            fetch("denominator", vector.index());
        }
        for (int word = 0; word < words; word++) {
            if (vector.isOpenIn(word)) {
                fetch("missing", vector.index() * words + word);
            }
        }
    }

    /** Rows that a kernel runs over have the same parameters, which are read before its loop. */
    private void fetchParameter(int place) {
        fetchParameter("parameter", place);
        for (int word = 0; word < words; word++) {
            if (plan.parameters().get(place).openIn(word) != 0) {
                fetchParameter("parameterMissing", place * words + word);
            }
        }
    }

    private void fetchParameter(String field, int index) {
        fetched.computeIfAbsent(field + index, _ -> {
            CodeBuilder out = code.out();
            int slot = out.allocateLocal(TypeKind.LONG);
            out.aload(CHUNK_SLOT)
                    .getfield(CHUNK, field, LONGS)
                    .loadConstant(index)
                    .aaload()
                    .aload(CHUNK_SLOT)
                    .getfield(CHUNK, "division", ConstantDescs.CD_int)
                    .laload()
                    .lstore(slot);
            return slot;
        });
    }

    void fetchOwners() {
        fetched.computeIfAbsent("owners", _ -> {
            CodeBuilder out = code.out();
            int slot = out.allocateLocal(TypeKind.REFERENCE);
            out.aload(CHUNK_SLOT)
                    .invokevirtual(CHUNK, "owners", MethodTypeDesc.of(INTS))
                    .astore(slot);
            return slot;
        });
    }

    private void fetchInts(String field) {
        fetched.computeIfAbsent(field, _ -> {
            CodeBuilder out = code.out();
            int slot = out.allocateLocal(TypeKind.REFERENCE);
            out.aload(CHUNK_SLOT).getfield(CHUNK, field, INTS).astore(slot);
            return slot;
        });
    }

    private void fetch(String field, int index) {
        fetched.computeIfAbsent(field + index, _ -> {
            CodeBuilder out = code.out();
            int slot = out.allocateLocal(TypeKind.REFERENCE);
            out.aload(CHUNK_SLOT)
                    .getfield(CHUNK, field, LONGS)
                    .loadConstant(index)
                    .aaload()
                    .astore(slot);
            return slot;
        });
    }

    private int slot(String name) {
        Integer slot = fetched.get(name);
        if (slot == null) {
            throw new IllegalStateException("not fetched: " + name);
        }
        return slot;
    }

    Operand read(Vector vector, int row) {
        if (!vector.stored()) {
            List<Place> all = IntStream.range(0, words)
                    .<Place>mapToObj(word -> new Place.Constant(vector.openIn(word)))
                    .toList();
            return new Operand(Operand.ZERO, Operand.ONE, all);
        }
        Place denominator = vector.hasDenominators()
                ? element("denominator" + vector.index(), row)
                : new Place.Constant(vector.denominator());
        List<Place> missing = new ArrayList<>();
        for (int word = 0; word < words; word++) {
            missing.add(
                    vector.isOpenIn(word) ? element("missing" + (vector.index() * words + word), row) : Operand.ZERO);
        }
        return new Operand(element("value" + vector.index(), row), denominator, missing);
    }

    Operand readParameter(int place) {
        List<Place> missing = new ArrayList<>();
        for (int word = 0; word < words; word++) {
            boolean open = plan.parameters().get(place).openIn(word) != 0;
            missing.add(open ? local("parameterMissing" + (place * words + word)) : Operand.ZERO);
        }
        return new Operand(local("parameter" + place), Operand.ONE, missing);
    }

    private Place local(String name) {
        return new Place.Local(slot(name));
    }

    private Place element(String array, int row) {
        code.out().aload(slot(array)).iload(row).laload();
        return code.stored();
    }

    Place asOf() {
        code.out().aload(CHUNK_SLOT).getfield(CHUNK, "asOf", ConstantDescs.CD_long);
        return code.stored();
    }

    /** Pushes where a household's persons begin, or, with one added, end. */
    void pushStart(int household, int added) {
        CodeBuilder out = code.out();
        out.aload(slot("start")).iload(household);
        if (added != 0) {
            out.loadConstant(added).iadd();
        }
        out.iaload();
    }

    void pushOwner(int person) {
        code.out().aload(slot("owners")).iload(person).iaload();
    }

    void store(Vector into, int row, Operand operand) {
        CodeBuilder out = code.out();
        out.aload(slot("value" + into.index())).iload(row);
        code.push(operand.number());
        out.lastore();
        if (into.hasDenominators()) {
            out.aload(slot("denominator" + into.index())).iload(row);
            code.push(operand.denominator());
            out.lastore();
        }
        for (int word = 0; word < words; word++) {
            Place missing = operand.missing().get(word);
            if (into.isOpenIn(word)) {
                out.aload(slot("missing" + (into.index() * words + word))).iload(row);
                code.push(missing);
                out.lastore();
            } else if (!missing.is(0)) {
                throw new IllegalStateException("more is missing than was planned: " + into);
            }
        }
    }
}
