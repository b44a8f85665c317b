package io.cognitex;

import java.io.Serial;
import java.io.Serializable;

import org.jspecify.annotations.Nullable;

/**
 * Where Cognito sent a code, to be told to the person who waits for it.
 *
 * @param destination the masked address, such as {@code j***@e***}; text that a user
 * chose, so escape it on pages
 * @param deliveryMedium {@code EMAIL} or {@code SMS}
 * @param attributeName the attribute that the address comes from, such as {@code email}
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CodeDeliveryDetailsType.html">CodeDeliveryDetailsType</a>
 */
public record CodeDelivery(@Nullable String destination, @Nullable String deliveryMedium,
		@Nullable String attributeName) implements Serializable {

	@Serial
	private static final long serialVersionUID = 1L;

}
