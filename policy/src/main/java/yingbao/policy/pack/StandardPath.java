package yingbao.policy.pack;

import java.util.List;
import yingbao.policy.value.Citation;

/**
 * A way on which a parameter reaches what the mandates demand of it, over some years; ready to be tried.
 *
 * @param id its name
 * @param title how people call it
 * @param says how it goes, in words
 * @param parameter the name of what is raised
 * @param firstYear the first year in which it is raised
 * @param lastYear the last one
 * @param cites what it rests on
 */
public record StandardPath(
        String id, String title, String says, String parameter, int firstYear, int lastYear, List<Citation> cites) {}
