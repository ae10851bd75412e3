package yingbao.policy.batch;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

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
import yingbao.policy.batch.Operand.Place;
import yingbao.policy.expr.Expr;
import yingbao.policy.expr.Holder;

/** Compiles the expressions of a plan: one method a step, each a loop over the rows of a chunk. */
final class KernelCompiler {
    private static final ClassDesc CHUNK = ClassDesc.of(Chunk.class.getName());
    private static final ClassDesc KERNELS = ClassDesc.of(Kernels.class.getName());
    private static final ClassDesc COMPILED = ClassDesc.of(Kernels.class.getPackageName() + ".CompiledKernels");
    private static final MethodTypeDesc STEP = MethodTypeDesc.of(CD_void, CHUNK, CD_int, CD_int);
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_void, CD_int, CHUNK, CD_int, CD_int);
    private static final int FROM = 1;
    private static final int TO = 2;

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
        byte[] bytes = new KernelCompiler(planned).bytes();
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(bytes, true);
            return (Kernels) lookup.lookupClass().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] bytes() {
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
            List<Integer> compiled = new ArrayList<>();
            for (int number = 0; number < plan.steps().size(); number++) {
                int step = number;
                switch (plan.steps().get(number)) {
                    case Step.Derive derive -> {
                        type.withMethodBody(name(step), STEP, ClassFile.ACC_STATIC, out -> derive(out, derive));
                        compiled.add(step);
                    }
                    case Step.Compute compute -> {
                        type.withMethodBody(name(step), STEP, ClassFile.ACC_STATIC, out -> compute(out, compute));
                        compiled.add(step);
                    }
                    case Step.Load _, Step.Decide _, Step.Settle _ -> {}
                }
            }
            type.withMethodBody("run", RUN, ClassFile.ACC_PUBLIC, out -> dispatch(out, compiled));
        });
    }

    private static String name(int step) {
        return "step" + step;
    }

    private static void dispatch(CodeBuilder out, List<Integer> compiled) {
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

    private void compute(CodeBuilder out, Step.Compute compute) {
        Code code = new Code(out);
        ChunkArrays arrays = new ChunkArrays(code, plan.inputs());
        loop(
                code,
                arrays,
                compute.into(),
                compute.expr(),
                compute.programme(),
                (writer, _) -> writer.write(compute.expr()));
    }

    private void derive(CodeBuilder out, Step.Derive derive) {
        Code code = new Code(out);
        ChunkArrays arrays = new ChunkArrays(code, plan.inputs());
        arrays.fetch(derive.given());
        loop(code, arrays, derive.into(), derive.expr(), "", (writer, row) -> {
            Operand given = arrays.read(derive.given(), row);
            Place.Local number = code.local(0);
            List<Place.Local> missing = code.words(arrays.words());
            Label notGiven = code.label();
            Label end = code.label();
            code.ifMissing(given.missing(), notGiven);
            code.set(number, given.number());
            code.jump(end);
            code.bind(notGiven);
            Operand derived = writer.write(derive.expr());
            code.set(number, derived.number());
            code.set(missing, derived.missing());
            if (derive.collectable()) {
                askForItself(code, missing, given);
            }
            code.bind(end);
            return new Operand(number, Operand.ONE, List.copyOf(missing));
        });
    }

    /** While an office has not set a parameter, collecting the ingredients settles nothing but the fact itself does. */
    private void askForItself(Code code, List<Place.Local> missing, Operand given) {
        long[] parameters = plan.inputs().parameters();
        Label office = code.label();
        Label end = code.label();
        for (int word = 0; word < parameters.length; word++) {
            if (parameters[word] != 0) {
                code.push(missing.get(word));
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
        code.set(missing, given.missing());
        code.bind(end);
    }

    private void loop(Code code, ChunkArrays arrays, Vector into, Expr expr, String programme, Body body) {
        CodeBuilder out = code.out();
        arrays.fetch(expr, names, programme);
        arrays.fetch(into);
        arrays.fetchInts("owner");
        int row = out.allocateLocal(TypeKind.INT);
        int household = into.level() == Holder.HOUSEHOLD ? row : out.allocateLocal(TypeKind.INT);
        Label loop = code.label();
        Label end = code.label();
        out.iload(FROM).istore(row);
        code.bind(loop);
        out.iload(row).iload(TO).if_icmpge(end);
        if (into.level() == Holder.PERSON) {
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
