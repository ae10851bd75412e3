package yingbao.policy.pack;

import java.util.Map;

/**
 * A code list.
 *
 * @param id its name inside the pack
 * @param title what it lists
 * @param standard the standard it comes from
 * @param values code to meaning, in the list's order
 */
public record CodeList(String id, String title, String standard, Map<String, String> values) {}
