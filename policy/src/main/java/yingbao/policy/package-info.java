/** Root of the policy library: who is entitled to what, from when, how much, why, and by which article. */
@org.jspecify.annotations.NullMarked
package yingbao.policy;
