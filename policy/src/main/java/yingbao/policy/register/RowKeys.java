package yingbao.policy.register;

/**
 * The ids in a row; empty where there is none that can be read.
 *
 * @param household the household's
 * @param person the person's, in a row of one
 * @param citizen the citizen number, in a sound row of a person
 */
record RowKeys(long row, String household, String person, String citizen) {}
