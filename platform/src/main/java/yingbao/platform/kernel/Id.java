package yingbao.platform.kernel;

import java.util.UUID;

/** An id of one kind of thing. Each kind is a record of its own, so that no id is taken for another. */
public interface Id {
    UUID value();
}
