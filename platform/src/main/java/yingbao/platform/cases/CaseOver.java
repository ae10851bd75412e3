package yingbao.platform.cases;

/** A case has come to an end, with or without a decision; published in the transaction of its last step. */
public record CaseOver(CaseId id) {}
