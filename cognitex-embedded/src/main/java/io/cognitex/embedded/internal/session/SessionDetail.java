package io.cognitex.embedded.internal.session;

/**
 * What a challenge has to remember between question and answer, besides whom it has asked
 * ({@link Session} knows that). Each challenge that needs one has its own record; one
 * with a secret hides it in {@code toString}.
 */
public interface SessionDetail {

	/** For challenges that have nothing to remember. */
	SessionDetail NONE = new SessionDetail() {

		@Override
		public String toString() {
			return "NONE";
		}

	};

}
