package yingbao.policy.reading;

import java.util.LinkedHashSet;
import java.util.Set;
import yingbao.policy.expr.Expr;

/** What expressions refer to. */
final class References {
    private References() {}

    /** Full names of the facts in an expression. */
    static Set<String> facts(Expr expr) {
        Set<String> names = new LinkedHashSet<>();
        expr.walk(node -> {
            if (node instanceof Expr.FactRef fact) {
                String owner = fact.subject() instanceof Expr.Subject.TheHousehold ? "household." : "person.";
                names.add(owner + fact.symbol().name());
            }
        });
        return names;
    }

    /** Ids of the programmes whose entitlement an expression asks for. */
    static Set<String> programmes(Expr expr) {
        Set<String> ids = new LinkedHashSet<>();
        expr.walk(node -> {
            if (node instanceof Expr.Receives receives) {
                ids.add(receives.programme());
            }
        });
        return ids;
    }

    /** Names of the parameters in an expression. */
    static Set<String> parameters(Expr expr) {
        Set<String> names = new LinkedHashSet<>();
        expr.walk(node -> {
            if (node instanceof Expr.ParameterRef parameter) {
                names.add(parameter.symbol().name());
            }
        });
        return names;
    }
}
