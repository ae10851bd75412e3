package yingbao.policy.pack;

import java.util.List;
import yingbao.policy.value.Citation;

/**
 * Programmes of which a holder gets only the one that pays most; where two pay the same, the one listed first.
 *
 * @param id name of the group
 * @param title how people call it
 * @param programmes ids, in order of preference
 * @param refuse what is told about the one that gives way
 * @param cites what it rests on
 * @param location where it is declared
 */
public record Group(
        String id, String title, List<String> programmes, String refuse, List<Citation> cites, Location location) {}
