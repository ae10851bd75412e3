package yingbao.policy.batch;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import yingbao.policy.batch.Operand.Place;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Holder;
import yingbao.policy.pack.Location;

/** Compiles the expressions of a plan: one method a step, each a loop over the rows of a chunk. */
final class KernelCompiler {
    private static final ClassDesc CHUNK = ClassDesc.of(Chunk.class.getName());
    private static final ClassDesc KERNELS = ClassDesc.of(Kernels.class.getName());
    private static final ClassDesc COMPILED = ClassDesc.of(Kernels.class.getPackageName() + ".CompiledKernels");
    private static final MethodTypeDesc STEP = MethodTypeDesc.of(CD_void, CHUNK, CD_int, CD_int);
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_void, CD_int, CHUNK, CD_int, CD_int);
    private static final int FROM = 1;
    private static final int TO = 2;

    /** A method of more is never compiled by the just-in-time compiler, unless it is told to. */
    private static final int COMPILED_BYTES_MAX = 8_000;

    private final Plan plan;
    private final Names names;

    private KernelCompiler(Planner.Planned planned) {
        this.plan = planned.plan();
        this.names = planned.names();
    }

    /**
     * The kernels of a plan.
     *
     * @throws Uncompilable for an expression that has no compiled form
     */
    static Kernels compile(Planner.Planned planned) {
        KernelCompiler compiler = new KernelCompiler(planned);
        byte[] bytes = compiler.bytes(compiler.expressions().keySet());
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(bytes, true);
            return (Kernels) lookup.lookupClass().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Makes sure that the virtual machine will compile every kernel of a plan when it runs often.
     *
     * @throws Uncompilable for an expression that has no compiled form, or one of more code than is ever compiled
     */
    static void check(Planner.Planned planned) {
        KernelCompiler compiler = new KernelCompiler(planned);
        compiler.expressions().forEach((step, at) -> {
            if (compiler.isLarge(step)) {
                throw new Uncompilable("batch.too-large").at(at);
            }
        });
    }

    private boolean isLarge(int step) {
        try {
            return ClassFile.of().parse(bytes(Set.of(step))).methods().stream()
                    .flatMap(method -> method.findAttribute(Attributes.code()).stream())
                    .anyMatch(code -> code.codeLength() > COMPILED_BYTES_MAX);
        } catch (IllegalArgumentException moreThanAnyMethodHolds) {
            return true;
        }
    }

    /** The steps that work an expression out, with the places of those. */
    private SortedMap<Integer, Location> expressions() {
        SortedMap<Integer, Location> places = new TreeMap<>();
        for (int step = 0; step < plan.steps().size(); step++) {
            int number = step;
            expressionOf(plan.steps().get(step)).ifPresent(at -> places.put(number, at));
        }
        return places;
    }

    private static Optional<Location> expressionOf(Step step) {
        return switch (step) {
            case Step.Derive derive -> Optional.of(derive.at());
            case Step.Compute compute -> Optional.of(compute.at());
            case Step.Deferred deferred -> expressionOf(deferred.fill());
            case Step.Draw(Step.Decided decided) ->
                Optional.of(decided.programme().amount().location());
            case Step.Load _, Step.Count _, Step.Decide _, Step.Settle _ -> Optional.empty();
        };
    }

    private byte[] bytes(Set<Integer> steps) {
        return ClassFile.of().build(COMPILED, type -> {
            type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC);
            type.withInterfaceSymbols(KERNELS);
            type.withMethodBody(
                    INIT_NAME,
                    MTD_void,
                    0,
                    out -> out.aload(0)
                            .invokespecial(CD_Object, INIT_NAME, MTD_void)
                            .return_());
            steps.forEach(step -> type.withMethodBody(
                    name(step),
                    STEP,
                    ClassFile.ACC_STATIC,
                    out -> write(out, plan.steps().get(step))));
            type.withMethodBody("run", RUN, ClassFile.ACC_PUBLIC, out -> dispatch(out, steps));
        });
    }

    private void write(CodeBuilder out, Step step) {
        switch (step) {
            case Step.Derive derive -> derive(out, derive);
            case Step.Compute(Vector into, Expr expr, String programme, Location _) ->
                compute(out, into, expr, programme);
            case Step.Deferred deferred -> write(out, deferred.fill());
            case Step.Draw(Step.Decided decided) ->
                compute(
                        out,
                        decided.amount(),
                        decided.programme().amount().expr(),
                        decided.programme().id());
            case Step.Load _, Step.Count _, Step.Decide _, Step.Settle _ ->
                throw new IllegalStateException("no expression: " + step);
        }
    }

    private static String name(int step) {
        return "step" + step;
    }

    private static void dispatch(CodeBuilder out, Set<Integer> compiled) {
        Label none = out.newLabel();
        List<SwitchCase> cases = new ArrayList<>();
        compiled.forEach(step -> cases.add(SwitchCase.of(step, out.newLabel())));
        out.iload(1).lookupswitch(none, cases);
        for (SwitchCase step : cases) {
            out.labelBinding(step.target())
                    .aload(2)
                    .iload(3)
                    .iload(4)
                    .invokestatic(COMPILED, name(step.caseValue()), STEP)
                    .return_();
        }
        out.labelBinding(none).return_();
    }

    /** Writes what a loop does with one row. */
    @FunctionalInterface
    private interface Body {
        Operand write(KernelWriter writer, int row);
    }

    private void compute(CodeBuilder out, Vector into, Expr expr, String programme) {
        Code code = new Code(out);
        loop(code, new ChunkArrays(code, plan), into, expr, programme, (writer, _) -> writer.write(expr));
    }

    private void derive(CodeBuilder out, Step.Derive derive) {
        Code code = new Code(out);
        ChunkArrays arrays = new ChunkArrays(code, plan);
        arrays.fetch(derive.given());
        loop(code, arrays, derive.into(), derive.expr(), "", (writer, row) -> {
            Operand given = arrays.read(derive.given(), row);
            Place.Local number = code.local(0);
            OpenWords open = new OpenWords(code, arrays.words());
            Label notGiven = code.label();
            Label end = code.label();
            code.ifMissing(given.missing(), notGiven);
            code.set(number, given.number());
            code.jump(end);
            code.bind(notGiven);
            Operand derived = writer.write(derive.expr());
            code.set(number, derived.number());
            open.set(derived.missing());
            if (derive.collectable()) {
                askForItself(code, open, derive, derived, given);
            }
            code.bind(end);
            return new Operand(number, Operand.ONE, open.places());
        });
    }

    /** While an office has not set a parameter, collecting the ingredients settles nothing but the fact itself does. */
    private void askForItself(Code code, OpenWords open, Step.Derive derive, Operand derived, Operand given) {
        if (!plan.inputs().isAnyParameter(derive.into().open())) {
            return;
        }
        long[] parameters = plan.inputs().parameters();
        Label office = code.label();
        Label end = code.label();
        for (int word = 0; word < parameters.length; word++) {
            Place missing = derived.missing().get(word);
            if (parameters[word] != 0 && !missing.is(0)) {
                code.push(missing);
                code.out()
                        .loadConstant(parameters[word])
                        .land()
                        .lconst_0()
                        .lcmp()
                        .ifne(office);
            }
        }
        code.jump(end);
        code.bind(office);
        open.set(given.missing());
        code.bind(end);
    }

    /** Whether an expression names anything of the household, or of its members. */
    private boolean asksHousehold(Expr expr) {
        boolean here = switch (expr) {
            case Expr.FactRef fact -> fact.subject() instanceof Expr.Subject.TheHousehold;
            case Expr.Receives receives ->
                names.received(receives.programme())
                        .filter(vector -> vector.level() == Holder.HOUSEHOLD)
                        .isPresent();
            case Expr.Fold _ -> true;
            case Expr.Constant _, Expr.LetRef _, Expr.ParameterRef _, Expr.AsOf _, Expr.Not _, Expr.All _ -> false;
            case Expr.Any _, Expr.Choice _, Expr.Comparison _, Expr.Among _, Expr.Arithmetic _, Expr.Call _ -> false;
        };
        return here || expr.children().stream().anyMatch(this::asksHousehold);
    }

    private void loop(Code code, ChunkArrays arrays, Vector into, Expr expr, String programme, Body body) {
        CodeBuilder out = code.out();
        arrays.fetch(expr, names, programme);
        arrays.fetch(into);
        boolean asksOwner = into.level() == Holder.PERSON && asksHousehold(expr);
        if (asksOwner) {
            arrays.fetchOwners();
        }
        int row = out.allocateLocal(TypeKind.INT);
        int household = asksOwner ? out.allocateLocal(TypeKind.INT) : row;
        Label loop = code.label();
        Label end = code.label();
        out.iload(FROM).istore(row);
        code.bind(loop);
        out.iload(row).iload(TO).if_icmpge(end);
        if (asksOwner) {
            arrays.pushOwner(row);
            out.istore(household);
        }
        KernelWriter writer = new KernelWriter(code, arrays, names, programme, row, household);
        arrays.store(into, row, body.write(writer, row));
        out.iinc(row, 1);
        code.jump(loop);
        code.bind(end);
        out.return_();
    }
}
