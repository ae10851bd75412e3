package yingbao.platform.cases;

import yingbao.policy.pack.Workflow.Effect;

/** Something was decided in a case; published in the transaction of the decision. */
public record CaseDecided(CaseId id, Effect effect) {}
