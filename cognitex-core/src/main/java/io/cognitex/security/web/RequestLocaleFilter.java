package io.cognitex.security.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the texts of a login be in the language of the request also where nothing before
 * Spring Security has said so. Spring Boot does; without it texts would be in the
 * language of the machine.
 */
final class RequestLocaleFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain filterChain)
			throws ServletException, IOException {
		if (LocaleContextHolder.getLocaleContext() != null) {
			filterChain.doFilter(request, response);
			return;
		}
		LocaleContextHolder.setLocale(request.getLocale());
		try {
			filterChain.doFilter(request, response);
		}
		finally {
			LocaleContextHolder.resetLocaleContext();
		}
	}

}
