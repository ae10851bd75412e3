/** Root of the platform: a monolith of modules, each one flat package that owns its tables and its endpoints. */
@NullMarked
package yingbao.platform;

import org.jspecify.annotations.NullMarked;
