/** Tests of the rule language: what it accepts, and what an expression is worth. */
@NullMarked
package yingbao.policy.expr;

import org.jspecify.annotations.NullMarked;
