package io.cognitex.security;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The texts that people see when a login fails. An application replaces one by defining
 * the same code in its own {@link MessageSource}; the codes are in
 * {@code io/cognitex/security/messages.properties}.
 */
public final class CognitexMessageSource extends ResourceBundleMessageSource {

	private final @Nullable MessageSource application;

	private CognitexMessageSource(@Nullable MessageSource application) {
		this.application = application;
		setBasename("io.cognitex.security.messages");
		setDefaultEncoding(StandardCharsets.UTF_8.name());
		setFallbackToSystemLocale(false);
	}

	/**
	 * Our texts.
	 * @return an accessor to them
	 */
	public static MessageSourceAccessor getAccessor() {
		return new MessageSourceAccessor(new CognitexMessageSource(null));
	}

	/**
	 * The application's texts, and ours where it has none.
	 * @param application the application's own texts
	 * @return an accessor to both
	 */
	public static MessageSourceAccessor getAccessor(MessageSource application) {
		return new MessageSourceAccessor(new CognitexMessageSource(application));
	}

	@Override
	protected @Nullable String getMessageInternal(@Nullable String code, Object @Nullable [] args,
			@Nullable Locale locale) {
		if (this.application != null && code != null) {
			String message = this.application.getMessage(code, args, null, locale);
			// A source that uses codes as default messages has no text of its own
			if (message != null && !message.equals(code)) {
				return message;
			}
		}
		return super.getMessageInternal(code, args, locale);
	}

}
