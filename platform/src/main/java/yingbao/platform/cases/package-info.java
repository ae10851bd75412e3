/**
 * Cases, from the application to the decision, and what is decided for each month.
 *
 * <p>{@link yingbao.platform.cases.Cases} opens a case and takes its steps by the pack's workflow; a decision freezes the facts
 * it rests on, the version of the rules and the worked-out reasons, and says what is due month by month, so that it can be
 * worked out again to the same bytes. {@link yingbao.platform.cases.Work} tells everybody what waits for them; {@link
 * yingbao.platform.cases.Proposals} shows what a changed fact or standard would change, and changes nothing until somebody
 * decides. What is decided for a month is given by the database function {@code cases.decided_months}. The module never pays,
 * and never states a fact.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "areas",
            "audit",
            "access",
            "jobs",
            "lists",
            "documents",
            "registry",
            "programmes",
            "flow",
            "notices"
        })
@NullMarked
package yingbao.platform.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
