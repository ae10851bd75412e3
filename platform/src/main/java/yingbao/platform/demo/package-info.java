/**
 * The demonstration: a made-up county whose people, cases and payments show the platform at work.
 *
 * <p>{@link yingbao.platform.demo.DemoCounty} makes up a register, the same from the same seed, under an area code that was
 * never issued. The loading job brings it in and leads it through two years by the platform's own verbs, on behalf of the
 * demonstration's users. Its one table notes which steps
 * were taken, so that a crash repeats none. It never runs unless the installation is a demonstration, and never writes
 * what a person with the same right could not.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "areas",
            "access",
            "jobs",
            "documents",
            "registry",
            "programmes",
            "notices",
            "cases",
            "payments"
        })
@NullMarked
package yingbao.platform.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
