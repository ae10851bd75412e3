package yingbao.platform.kernel;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import yingbao.policy.Messages;
import yingbao.policy.pack.Pack;
import yingbao.policy.reading.PackReader;

/** Reads the pack that the installation serves. Values that a county sets itself are not in it. */
@Configuration
class PackConfiguration {
    private static final String BUNDLE = "yingbao.policy.reading.messages";

    /**
     * The pack as its files say.
     *
     * @throws IllegalStateException with every fault when the pack has any
     */
    @Bean
    Pack pack(@Value("${yingbao.pack}") Path folder) {
        return switch (PackReader.read(folder)) {
            case PackReader.Reading.Accepted(Pack pack) -> pack;
            case PackReader.Reading.Refused refused -> {
                Messages messages = new Messages(Locale.CHINESE, java.util.List.of(BUNDLE));
                throw new IllegalStateException(refused.faults().stream()
                        .map(fault -> fault.location() + ": "
                                + messages.text(fault.code(), fault.arguments().toArray()))
                        .collect(Collectors.joining("\n")));
            }
        };
    }
}
