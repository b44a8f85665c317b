package io.cognitex.embedded.internal.message;

/**
 * Where a code went, as far as the caller may know: {@code CodeDeliveryDetails}.
 *
 * @param attribute the attribute that the address comes from
 * @param medium {@code EMAIL} or {@code SMS}
 * @param maskedDestination the address, mostly hidden
 */
public record Delivery(String attribute, String medium, String maskedDestination) {

	private static final int VISIBLE_DIGITS = 4;

	/**
	 * A delivery to an address.
	 * @param attribute {@code email} or {@code phone_number}
	 * @param destination the address
	 * @return the delivery
	 */
	public static Delivery to(String attribute, String destination) {
		return new Delivery(attribute, medium(attribute),
				"email".equals(attribute) ? maskEmail(destination) : maskPhoneNumber(destination));
	}

	/**
	 * How messages get to an address.
	 * @param attribute {@code email} or {@code phone_number}
	 * @return {@code EMAIL} or {@code SMS}
	 */
	static String medium(String attribute) {
		return "email".equals(attribute) ? "EMAIL" : "SMS";
	}

	private static String maskEmail(String email) {
		int at = email.indexOf('@');
		return email.substring(0, Math.min(1, at)) + "***@" + email.substring(at + 1, Math.min(at + 2, email.length()))
				+ "***";
	}

	private static String maskPhoneNumber(String phoneNumber) {
		return "+*******" + phoneNumber.substring(Math.max(1, phoneNumber.length() - VISIBLE_DIGITS));
	}

}
