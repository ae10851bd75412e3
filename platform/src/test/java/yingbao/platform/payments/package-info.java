/** Tests of payments on a real database: what is decided is paid, once, whatever comes in between. */
@NullMarked
package yingbao.platform.payments;

import org.jspecify.annotations.NullMarked;
