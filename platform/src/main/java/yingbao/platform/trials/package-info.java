/**
 * Other values of the policy, tried on the register before anybody sets them.
 *
 * <p>{@link yingbao.platform.trials.Trials} says at once what a change does in a month: what it costs each level of
 * government and county, who enters, leaves, gains and loses, who lies under the poverty line, and which mandates are kept.
 * Scenarios are kept under a name, worked out over their months as a job, and become proposals that somebody else confirms
 * like any other standard. A draft of the rules is tried as it stands. The module decides about nobody and sets no value.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "areas",
            "audit",
            "access",
            "jobs",
            "lists",
            "registry",
            "population",
            "drafts",
            "programmes"
        })
@NullMarked
package yingbao.platform.trials;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
