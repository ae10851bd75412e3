package yingbao.platform.drafts;

import java.time.Instant;
import java.util.Map;

/**
 * A draft as it stands, for whoever tries it on people.
 *
 * @param change how often its contents were changed so far
 * @param changedAt when they were changed last
 * @param files its texts by path, to take the place of those of the rules that hold
 */
public record TriedDraft(DraftId id, String title, int change, Instant changedAt, Map<String, String> files) {}
