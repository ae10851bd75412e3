package yingbao.policy.batch;

import yingbao.policy.FileProblem;

/** A file that is no whole snapshot of this format and for this pack; its path is the first of the arguments. */
public final class SnapshotProblem extends FileProblem {
    private static final long serialVersionUID = 1L;

    SnapshotProblem(String code, Object... args) {
        super(code, args);
    }
}
