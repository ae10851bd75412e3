package yingbao.policy.expr;

/** Works out what expressions are worth. Never throws for what the data say: they yield unknown or a failure. */
public interface Evaluator {

    /** The value of one expression in one frame. */
    Value evaluate(Expr expr, Frame frame);

    /** The value of the body of an outermost fold for one member, by position. */
    Value evaluate(Expr body, Frame frame, int member);

    /** The evaluator that walks the tree. */
    static Evaluator walkingTheTree() {
        return new TreeEvaluator();
    }
}
