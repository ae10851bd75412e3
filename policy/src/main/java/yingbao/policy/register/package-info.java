/**
 * The intake of a register: households and persons as offices write them down, turned into facts that rules can read.
 *
 * <p>{@link yingbao.policy.register.RegisterReader} reads two tables against a pack's catalogue and yields a
 * {@link yingbao.policy.register.Register}; every cell goes through {@link yingbao.policy.register.Cells}, which
 * understands what is plain, leaves empty what nobody knows, and refuses what could mean two things. A household with
 * any bad row is held back whole, and each fault names file, row, column, value and, by a stable code, how to mend it.
 * The package never opens a file (a format implements {@link yingbao.policy.register.Table}), never guesses, and never
 * decides who is entitled to anything.
 */
@NullMarked
package yingbao.policy.register;

import org.jspecify.annotations.NullMarked;
