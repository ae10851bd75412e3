@NullMarked
package yingbao.policy.batch;

import org.jspecify.annotations.NullMarked;
