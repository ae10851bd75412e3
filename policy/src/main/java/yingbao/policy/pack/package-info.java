/**
 * A policy pack: one province's areas, code lists, calendars, facts, parameters, programmes, workflows, roles, mandates and
 * golden examples.
 *
 * <p>These are the shapes of policy as data, immutable and without behaviour but looking things up: which version is in
 * force, which value holds where and when, who succeeded a division. A {@link yingbao.policy.pack.Pack} comes from files
 * only, through {@code yingbao.policy.reading}, and is always whole. The package knows no programme, office or place by
 * name and decides nothing.
 */
@NullMarked
package yingbao.policy.pack;

import org.jspecify.annotations.NullMarked;
