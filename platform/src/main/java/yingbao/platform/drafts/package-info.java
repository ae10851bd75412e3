/**
 * Changes of the rules while they are being made: the pack's editor.
 *
 * <p>{@link yingbao.platform.drafts.Drafts} keeps files that are to take the place of those of the rules in force, checks
 * them as somebody writes, runs the golden cases on them, and publishes them from a day on when a second person approves.
 * Facts, codes, divisions, workflows and roles are not its matter: they stay as the installation's files say. The module
 * never decides about anybody; {@link yingbao.platform.drafts.DraftContents} hands what a draft says to whoever tries it.
 */
@ApplicationModule(allowedDependencies = {"kernel", "areas", "audit", "access", "programmes"})
@NullMarked
package yingbao.platform.drafts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
