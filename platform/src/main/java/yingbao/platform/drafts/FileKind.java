package yingbao.platform.drafts;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import yingbao.platform.access.Right;

/**
 * The files of a pack that may be drafted. All others stay as the installation's files say: what is kept of people rests on
 * facts, codes and divisions, and cases that are under way on their workflows.
 */
enum FileKind {
    PROGRAMME("programmes/[a-z0-9-]+[.]yaml", Right.DRAFT_RULES),
    PARAMETERS("parameters/[a-z0-9-]+[.]yaml", Right.DRAFT_EDIT),
    MANDATES("mandates/[a-z0-9-]+[.]yaml", Right.DRAFT_RULES),
    EXAMPLES("examples/[a-z0-9-]+[.]yaml", Right.DRAFT_EDIT),
    WORDS("words/en/[a-z0-9-]+[.]yaml", Right.DRAFT_EDIT),
    /** The documents that everything rests on stand in it. */
    SOURCES("pack[.]yaml", Right.DRAFT_EDIT);

    private final Pattern path;
    private final Right right;

    FileKind(String path, Right right) {
        this.path = Pattern.compile(path);
        this.right = right;
    }

    /** What a file is; empty for one that is not drafted. */
    static Optional<FileKind> of(String path) {
        return Arrays.stream(values())
                .filter(kind -> kind.path.matcher(path).matches())
                .findFirst();
    }

    /** What whoever changes it must be allowed. */
    Right right() {
        return right;
    }
}
