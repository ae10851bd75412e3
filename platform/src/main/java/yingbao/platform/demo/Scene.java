package yingbao.platform.demo;

import yingbao.platform.kernel.Caller;
import yingbao.policy.value.AreaCode;

/**
 * Where the story plays, and who plays it.
 *
 * @param households how many the county has
 * @param owner on whose behalf it is loaded; sees the whole county
 */
record Scene(AreaCode county, int households, Cast cast, Caller owner) {}
