package io.cognitex.boot.metrics;

import java.util.function.ToLongFunction;

import io.cognitex.security.AccessTokenStatistics;
import io.cognitex.security.CognitoAccessTokenIntrospector;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * What becomes of access tokens, as meters under {@code cognitex.access.token}.
 */
final class AccessTokenMetrics implements MeterBinder {

	private final CognitoAccessTokenIntrospector introspector;

	AccessTokenMetrics(CognitoAccessTokenIntrospector introspector) {
		this.introspector = introspector;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		counter("requests", AccessTokenStatistics::hits).tag("result", "hit")
			.description("Requests with an access token, by whether it was remembered")
			.register(registry);
		counter("requests", AccessTokenStatistics::misses).tag("result", "miss")
			.description("Requests with an access token, by whether it was remembered")
			.register(registry);
		counter("refusals", AccessTokenStatistics::refusals)
			.description("Requests whose access token was forged, foreign, expired or revoked, or lacked a scope")
			.register(registry);
		counter("failures", AccessTokenStatistics::failures)
			.description("Requests whose access token could not be checked, because Cognito could not be asked")
			.register(registry);
		counter("calls", AccessTokenStatistics::calls).description("Calls of Cognito's GetUser, ahead of time too")
			.register(registry);
		Gauge
			.builder("cognitex.access.token.remembered", this.introspector,
					(introspector) -> introspector.statistics().remembered())
			.description("Access tokens that are remembered")
			.register(registry);
	}

	private FunctionCounter.Builder<CognitoAccessTokenIntrospector> counter(String name,
			ToLongFunction<AccessTokenStatistics> count) {
		return FunctionCounter.builder("cognitex.access.token." + name, this.introspector,
				(introspector) -> count.applyAsLong(introspector.statistics()));
	}

}
