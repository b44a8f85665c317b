package io.cognitex;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * What our own SDK client is made of.
 */
record ClientSettings(String region, @Nullable URI endpoint, Duration connectTimeout, Duration readTimeout,
		Duration apiCallTimeout, @Nullable AwsCredentialsProvider credentialsProvider) {

}
