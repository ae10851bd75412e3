@NullMarked
package yingbao.platform.jobs;

import org.jspecify.annotations.NullMarked;
