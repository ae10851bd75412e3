/**
 * Leads to everybody whose entitlement and money do not fit: 应保尽保, 应退尽退.
 *
 * <p>A run of {@link yingbao.platform.radar.Radar} decides every programme for everybody in the register and lays that beside
 * what is drawn. Who is entitled and draws nothing, who draws and is not entitled, who draws what rules itself out, and
 * who waits for one fact, becomes a lead of the village where they live. A run is written whole or not at all.
 * {@link yingbao.platform.radar.Leads} shows leads and closes them; a lead that somebody closed does not open again as long
 * as its cause goes on. The module decides nothing for anybody, and states no fact.
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
            "programmes",
            "cases",
            "population"
        })
@NullMarked
package yingbao.platform.radar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
