package yingbao.platform.notices;

import yingbao.platform.kernel.Posted;

/**
 * One thing that a notice tells.
 *
 * @param title the heading it stands under
 * @param text what is told, already masked
 */
@Posted
public record Shown(String title, String text) {}
