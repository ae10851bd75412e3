/** The command line as its users type it. */
@NullMarked
package yingbao.cli;

import org.jspecify.annotations.NullMarked;
