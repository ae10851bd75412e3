/**
 * Who read or changed what, when: entries that nobody can change unnoticed.
 *
 * <p>{@link yingbao.platform.audit.Audit} takes an entry inside the transaction of the deed itself, so that neither is
 * there without the other. Right after, each entry becomes a link of a chain whose hash covers the entry and the link
 * before it; the application's database role may only add to both. {@link yingbao.platform.audit.AuditChain} proves the
 * chain and names the first entry that does not fit. An entry never holds a whole citizen number or another sealed value.
 */
@ApplicationModule(allowedDependencies = {"kernel", "areas"})
@NullMarked
package yingbao.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
