package yingbao.platform.notices;

/**
 * One thing that a notice tells.
 *
 * @param title the heading it stands under
 * @param text what is told, already masked
 */
public record Shown(String title, String text) {}
