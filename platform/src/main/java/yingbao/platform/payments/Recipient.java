package yingbao.platform.payments;

import java.util.UUID;

/**
 * Whom a programme pays.
 *
 * @param id the person, or the household where the programme is the household's
 * @param household where they live
 * @param personal whether it is a person
 */
record Recipient(UUID id, UUID household, boolean personal) {}
