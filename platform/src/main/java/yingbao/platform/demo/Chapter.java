package yingbao.platform.demo;

import java.util.List;

/** A part of the demonstration's story. */
interface Chapter {

    /** What happens in it, in order; the same after a crash as before, by names and dates. */
    List<Step> steps(Scene scene);

    /** How long it takes beside the others. */
    int weight();
}
