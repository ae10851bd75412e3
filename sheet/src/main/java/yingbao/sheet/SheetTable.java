package yingbao.sheet;

import java.io.IOException;
import yingbao.policy.register.Table;

/** A table that knows whether anything was filled in, without reading to the end of it. */
interface SheetTable extends Table {

    /** Whether no row below the headings has any content. */
    boolean isEmpty() throws IOException;
}
