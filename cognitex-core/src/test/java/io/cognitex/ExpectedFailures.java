package io.cognitex;

import java.lang.reflect.Method;
import java.util.Map;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * Runs the tests that are known to fail and reports them as skipped, with the reason; one
 * that passes after all, or fails in another way, is reported as a failure, so that the
 * list cannot go stale.
 */
final class ExpectedFailures implements InvocationInterceptor {

	private final Map<String, ExpectedFailure> failures;

	ExpectedFailures(Map<String, ExpectedFailure> failures) {
		this.failures = failures;
	}

	@Override
	public void interceptTestMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> invocationContext,
			ExtensionContext extensionContext) throws Throwable {
		ExpectedFailure expected = this.failures.get(invocationContext.getExecutable().getName());
		if (expected == null) {
			invocation.proceed();
			return;
		}
		try {
			invocation.proceed();
		}
		catch (AssertionError | CognitoException ex) {
			if (String.valueOf(ex.getMessage()).contains(expected.symptom())) {
				throw new TestAbortedException(expected.reason(), ex);
			}
			throw ex;
		}
		throw new AssertionError("This works now and is no longer an expected failure");
	}

	/**
	 * Why a test is known to fail.
	 *
	 * @param reason to be told to who reads the report
	 * @param symptom what the failure's message contains
	 */
	record ExpectedFailure(String reason, String symptom) {

	}

}
