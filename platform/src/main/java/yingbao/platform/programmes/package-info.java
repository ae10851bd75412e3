/**
 * Programmes, their rules in force, and the values that areas set themselves.
 *
 * <p>{@link yingbao.platform.programmes.Packs} gives the pack that holds now: what was published last, or else the
 * installation's files, with every confirmed value of an area on top; and any earlier version again, so that an old decision is worked out as it was. The files of each
 * version are kept in the database. {@link yingbao.platform.programmes.Standards} takes values that are entered from their
 * documents and confirmed by a second person; nothing is edited, a later value takes the place of an earlier one.
 * {@link yingbao.platform.programmes.Assessments} says what a household is entitled to, and
 * {@link yingbao.platform.programmes.FundShares} who pays. The module never keeps what was decided about anybody.
 */
@ApplicationModule(allowedDependencies = {"kernel", "areas", "audit", "access"})
@NullMarked
package yingbao.platform.programmes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
