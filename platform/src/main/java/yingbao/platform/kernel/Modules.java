package yingbao.platform.kernel;

import java.util.List;

/** The modules, each after those that it uses. */
final class Modules {
    static final List<String> IN_ORDER = List.of(
            "kernel",
            "areas",
            "audit",
            "access",
            "jobs",
            "lists",
            "documents",
            "registry",
            "programmes",
            "drafts",
            "flow",
            "notices",
            "cases",
            "payments",
            "radar",
            "trials",
            "demo");

    private Modules() {}
}
