package yingbao.platform.flow;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that stands in the way of an action.
 *
 * @param pointer which part of what was sent, as a JSON pointer; empty for the whole
 * @param code its text
 * @param args what the text mentions, in its order
 */
public record Obstacle(String pointer, String code, List<String> args) {
    public Obstacle {
        args = List.copyOf(args);
    }

    static Obstacle of(String code, Object... args) {
        return at("", code, args);
    }

    static Obstacle at(String pointer, String code, Object... args) {
        return new Obstacle(pointer, code, Stream.of(args).map(Object::toString).toList());
    }
}
