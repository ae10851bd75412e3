/**
 * The rule language: what a clause, an amount or a mandate in a pack may say, and what it is worth for one household.
 *
 * <p>The surface is CEL, parsed and type-checked by dev.cel, and this is the only package that touches it. A checked
 * expression becomes an {@link yingbao.policy.expr.Expr}, our own sealed tree with fact slots, units and positions, and
 * everything after that (evaluation, unit inference, Chinese wording) is an exhaustive switch over it. Values are exact:
 * whole numbers, fractions, flags and texts, or <em>unknown</em> together with the facts that would settle them. It never
 * rounds unless told to, never reads a clock, and never knows what a programme is for.
 */
@NullMarked
package yingbao.policy.expr;

import org.jspecify.annotations.NullMarked;
