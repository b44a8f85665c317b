import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
	cognito, createClient, createMfaPoolAndClient, createPoolAndClient, createUser, signInWithPassword, tokensOf,
} from '../fixture/cognito.js';
import { answer, identityUser, outcome, promise, signInWithSrp, tokensOfSession } from '../fixture/identity.js';
import { refused, violation } from '../fixture/refusal.js';
import { advanceClock } from '../fixture/server.js';
import { verified } from '../fixture/tokens.js';
import { totp, wrongTotp } from '../fixture/totp.js';

const wrongCode = ['CodeMismatchException', 'Invalid code received for user'];

const usedCode = ['ExpiredCodeException', 'Your software token has already been used once.'];

const wrongSetupCode = ['EnableSoftwareTokenMFAException', 'Code mismatch and fail enable Software Token MFA'];

let optional;
let required;

before(async () => {
	optional = await createMfaPoolAndClient();
	required = await createPoolAndClient();
	await cognito.setUserPoolMfaConfig({
		UserPoolId: required.userPoolId,
		MfaConfiguration: 'ON',
		SoftwareTokenMfaConfiguration: { Enabled: true },
	});
});

test('a pool without authenticator applications refuses to associate one', async () => {
	const plain = await createPoolAndClient();
	await createUser(plain.userPoolId, 'alice');
	const { AccessToken } = await tokensOf(plain, 'alice');

	await refused(cognito.associateSoftwareToken({ AccessToken }), 'SoftwareTokenMFANotFoundException',
		/^Software Token MFA has not been enabled by the userPool\.?$/);
});

test('neither a token nor a session associates nothing', async () => {
	await refused(cognito.associateSoftwareToken({}), 'InvalidParameterException');
});

test('a session that was made up associates nothing', async () => {
	await refused(cognito.associateSoftwareToken({ Session: 'AYABeMadeUpMadeUpMadeUpMadeUp' }),
		'NotAuthorizedException', /^Invalid session/);
});

test('a wrong code does not verify an authenticator', async () => {
	await createUser(optional.userPoolId, 'wrong-setup');
	const { AccessToken } = await tokensOf(optional, 'wrong-setup');
	const { SecretCode } = await cognito.associateSoftwareToken({ AccessToken });

	await refused(cognito.verifySoftwareToken({ AccessToken, UserCode: wrongTotp(SecretCode) }), ...wrongSetupCode);
});

test('a code that is no six digits fails validation', async () => {
	await createUser(optional.userPoolId, 'letters');
	const { AccessToken } = await tokensOf(optional, 'letters');

	await refused(cognito.verifySoftwareToken({ AccessToken, UserCode: '12345' }), 'InvalidParameterException',
		violation('Value', 'userCode', 'have length greater than or equal to 6'));
	await refused(cognito.verifySoftwareToken({ AccessToken, UserCode: 'abcdef' }), 'InvalidParameterException',
		violation('Value', 'userCode', 'satisfy regular expression pattern: [0-9]+'));
});

test('an authenticator that was not verified cannot be switched on', async () => {
	await createUser(optional.userPoolId, 'unverified');
	const { AccessToken } = await tokensOf(optional, 'unverified');
	await cognito.associateSoftwareToken({ AccessToken });

	await refused(switchOn(AccessToken), 'InvalidParameterException',
		/^User (does not have delivery config set to turn on SOFTWARE_TOKEN_MFA|has not .* software token mfa)$/);
});

test('a verified authenticator is asked for only after it was switched on', async () => {
	const { AccessToken } = await userWithAuthenticator('registered', false);

	const { AuthenticationResult } = await signInWithPassword(optional, 'registered');
	await switchOn(AccessToken);
	const { ChallengeName } = await signInWithPassword(optional, 'registered');

	assert.ok(AuthenticationResult.AccessToken);
	assert.equal(ChallengeName, 'SOFTWARE_TOKEN_MFA');
});

test('a wrong code is refused and may be tried again', async () => {
	const { SecretCode } = await userWithAuthenticator('mistyped');
	const user = identityUser(optional, 'mistyped');
	await signInWithSrp(user);

	await refused(sendCode(user, wrongTotp(SecretCode)), ...wrongCode);

	const { session } = await sendCode(user, totp(SecretCode));
	await verified(tokensOfSession(session), optional);
});

test('a code is good once', async () => {
	const { SecretCode } = await userWithAuthenticator('reused');
	const [first, second] = [identityUser(optional, 'reused'), identityUser(optional, 'reused')];
	const code = totp(SecretCode);
	await signInWithSrp(first);
	await sendCode(first, code);

	await signInWithSrp(second);

	await refused(sendCode(second, code), ...usedCode);
});

test('the code that verified the authenticator does not sign in', async () => {
	await createUser(optional.userPoolId, 'hasty');
	const { AccessToken } = await tokensOf(optional, 'hasty');
	const { SecretCode } = await cognito.associateSoftwareToken({ AccessToken });
	const code = totp(SecretCode);
	await cognito.verifySoftwareToken({ AccessToken, UserCode: code });
	await switchOn(AccessToken);
	const user = identityUser(optional, 'hasty');
	await signInWithSrp(user);

	await refused(sendCode(user, code), ...usedCode);
});

test('a code of five minutes ago is refused', async () => {
	const { SecretCode } = await userWithAuthenticator('old-code');
	const old = totp(SecretCode);
	await advanceClock(300);
	const user = identityUser(optional, 'old-code');
	await signInWithSrp(user);

	await refused(sendCode(user, old), ...wrongCode);
});

test('the code of another user is refused', async () => {
	await userWithAuthenticator('victim');
	const { SecretCode } = await userWithAuthenticator('attacker');
	const user = identityUser(optional, 'victim');
	await signInWithSrp(user);

	await refused(sendCode(user, totp(SecretCode)), ...wrongCode);
});

test('the session of an answered challenge is refused', async () => {
	const { SecretCode } = await userWithAuthenticator('replayed');
	const { Session } = await signInWithPassword(optional, 'replayed');
	await respond('replayed', Session, totp(SecretCode));
	await advanceClock(30);

	await refused(respond('replayed', Session, totp(SecretCode)), 'NotAuthorizedException',
		'Invalid session for the user, session can only be used once.');
});

test('the session of one user does not sign in another', async () => {
	await userWithAuthenticator('rightful');
	const { SecretCode } = await userWithAuthenticator('wrongful');
	const { Session } = await signInWithPassword(optional, 'rightful');

	await refused(respond('wrongful', Session, totp(SecretCode)), 'NotAuthorizedException', /^Invalid session/);
});

test('the session of one app client does not sign in at another', async () => {
	const { ClientId } = await createClient(optional.userPoolId);
	const { SecretCode } = await userWithAuthenticator('wanderer');
	const { Session } = await signInWithPassword(optional, 'wanderer');

	await assert.rejects(respond('wanderer', Session, totp(SecretCode), ClientId), ({ name }) =>
		['NotAuthorizedException', 'InvalidParameterException'].includes(name));
});

test('a user registers an authenticator in a browser and signs in with it', async () => {
	await createUser(optional.userPoolId, 'mona');
	const user = identityUser(optional, 'mona');
	await signInWithSrp(user);

	const secretCode = await answer((callbacks) => user.associateSoftwareToken(callbacks));
	const { Status } = await outcome((callbacks) =>
		user.verifySoftwareToken(totp(secretCode), 'My phone', callbacks));
	await promise((callback) => user.setUserMfaPreference(null, { Enabled: true, PreferredMfa: true }, callback));
	await advanceClock(30);
	const again = identityUser(optional, 'mona');
	const asked = await signInWithSrp(again);
	const { session } = await sendCode(again, totp(secretCode));

	assert.match(secretCode, /^[A-Z2-7]{16,}$/);
	assert.equal(Status, 'SUCCESS');
	assert.equal(asked.challenge, 'SOFTWARE_TOKEN_MFA');
	assert.equal(asked.parameters.FRIENDLY_DEVICE_NAME, 'My phone');
	const { access } = await verified(tokensOfSession(session), optional);
	assert.equal(access.username, 'mona');
	const { PreferredMfaSetting, UserMFASettingList } =
		await cognito.getUser({ AccessToken: tokensOfSession(session).AccessToken });
	assert.equal(PreferredMfaSetting, 'SOFTWARE_TOKEN_MFA');
	assert.deepEqual(UserMFASettingList, ['SOFTWARE_TOKEN_MFA']);
});

test('where a second factor is required, a wrong code does not set one up', async () => {
	await createUser(required.userPoolId, 'stumbling');
	const user = identityUser(required, 'stumbling');
	const asked = await signInWithSrp(user);
	const secretCode = await answer((callbacks) => user.associateSoftwareToken(callbacks));

	await refused(outcome((callbacks) => user.verifySoftwareToken(wrongTotp(secretCode), 'Phone', callbacks)),
		...wrongSetupCode);

	assert.equal(asked.challenge, 'MFA_SETUP');
});

test('where a second factor is required, the setup cannot be skipped', async () => {
	await createUser(required.userPoolId, 'skipping');
	const { ChallengeName, Session } = await signInWithPassword(required, 'skipping');

	assert.equal(ChallengeName, 'MFA_SETUP');
	await assert.rejects(cognito.respondToAuthChallenge({
		ClientId: required.clientId, ChallengeName, Session, ChallengeResponses: { USERNAME: 'skipping' },
	}), ({ name }) => ['NotAuthorizedException', 'InvalidParameterException'].includes(name));
});

test('where a second factor is required, a user sets one up while signing in', async () => {
	await createUser(required.userPoolId, 'nina');
	const user = identityUser(required, 'nina');

	const asked = await signInWithSrp(user);
	const secretCode = await answer((callbacks) => user.associateSoftwareToken(callbacks));
	const session = await outcome((callbacks) => user.verifySoftwareToken(totp(secretCode), 'Phone', callbacks));
	await advanceClock(30);
	const again = identityUser(required, 'nina');
	const askedAgain = await signInWithSrp(again);
	await sendCode(again, totp(secretCode));

	assert.equal(asked.challenge, 'MFA_SETUP');
	assert.deepEqual(JSON.parse(asked.parameters.MFAS_CAN_SETUP), ['SOFTWARE_TOKEN_MFA']);
	await verified(tokensOfSession(session), required);
	assert.equal(askedAgain.challenge, 'SOFTWARE_TOKEN_MFA');
});

test('an administrator answers for a user', async () => {
	const { SecretCode } = await userWithAuthenticator('olga');
	const { ChallengeName, Session } = await signInWithPassword(optional, 'olga');

	const { AuthenticationResult } = await cognito.adminRespondToAuthChallenge({
		UserPoolId: optional.userPoolId,
		ClientId: optional.clientId,
		ChallengeName,
		Session,
		ChallengeResponses: { USERNAME: 'olga', SOFTWARE_TOKEN_MFA_CODE: totp(SecretCode) },
	});

	await verified(AuthenticationResult, optional);
});

/** A user whose authenticator has a fresh code, on demand switched on. */
async function userWithAuthenticator(username, enabled = true) {
	await createUser(optional.userPoolId, username);
	const { AccessToken } = await tokensOf(optional, username);
	const { SecretCode } = await cognito.associateSoftwareToken({ AccessToken });
	await cognito.verifySoftwareToken({ AccessToken, UserCode: totp(SecretCode) });
	if (enabled) {
		await switchOn(AccessToken);
	}
	await advanceClock(30);
	return { AccessToken, SecretCode };
}

function switchOn(accessToken) {
	return cognito.setUserMFAPreference({
		AccessToken: accessToken, SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
	});
}

function sendCode(user, code) {
	return answer((callbacks) => user.sendMFACode(code, callbacks, 'SOFTWARE_TOKEN_MFA'));
}

function respond(username, session, code, clientId = optional.clientId) {
	return cognito.respondToAuthChallenge({
		ClientId: clientId,
		ChallengeName: 'SOFTWARE_TOKEN_MFA',
		Session: session,
		ChallengeResponses: { USERNAME: username, SOFTWARE_TOKEN_MFA_CODE: code },
	});
}
