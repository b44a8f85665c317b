package io.cognitex.security.web;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;

/**
 * The texts of a generated page, in the language of whoever asks for it.
 */
final class PageTexts {

	private final MessageSourceAccessor messages;

	private final Locale locale;

	private PageTexts(MessageSourceAccessor messages, Locale locale) {
		this.messages = messages;
		this.locale = locale;
	}

	/**
	 * The texts for a request. A locale that the application has chosen for it, such as
	 * Spring MVC's resolver does, comes before what the browser asks for.
	 */
	static PageTexts of(MessageSourceAccessor messages, HttpServletRequest request) {
		Locale locale = (LocaleContextHolder.getLocaleContext() != null) ? LocaleContextHolder.getLocale()
				: request.getLocale();
		return new PageTexts(messages, locale);
	}

	String text(String code, Object... arguments) {
		// Without arguments a text is no pattern, in which an apostrophe would be special
		return (arguments.length > 0) ? this.messages.getMessage(code, arguments, this.locale)
				: this.messages.getMessage(code, this.locale);
	}

	/**
	 * A text that need not exist.
	 * @param code its code
	 * @param otherwise what to say if there is none
	 * @return the text
	 */
	String textOr(String code, String otherwise) {
		return this.messages.getMessage(code, otherwise, this.locale);
	}

}
