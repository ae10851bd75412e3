package yingbao.sheet;

import yingbao.policy.FileProblem;

/** The files of a register cannot be found, told apart, or read. */
public final class SheetProblem extends FileProblem {
    private static final long serialVersionUID = 1L;

    SheetProblem(String code, Object... args) {
        super(code, args);
    }
}
