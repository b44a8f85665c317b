import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
	attributeMap, cognito, createClient, createMfaPoolAndClient, createUser, signInWithPassword, tokensOf,
} from '../fixture/cognito.js';
import { answer, identityUser, signInWithSrp, tokensOfSession } from '../fixture/identity.js';
import { otherThan, refused, wrongMfaCode } from '../fixture/refusal.js';
import { advanceClock, codeSentTo, messagesTo } from '../fixture/server.js';
import { verified } from '../fixture/tokens.js';
import { totp } from '../fixture/totp.js';

const phone = { phone_number: '+4915112349934' };

let client;

before(async () => {
	client = await createMfaPoolAndClient();
});

test('text messages cannot be switched on without a phone number', async () => {
	await createUser(client.userPoolId, 'phoneless');

	await refused(prefer('phoneless', { SMSMfaSettings: { Enabled: true } }), 'InvalidParameterException',
		/^User does not have delivery config set to turn on SMS(_MFA)?$/);
});

test('the preference of an unknown user is refused', async () => {
	await refused(prefer('nobody', { SMSMfaSettings: { Enabled: true } }),
		'UserNotFoundException', 'User does not exist.');
});

test('a wrong code of a text message is refused and may be tried again', async () => {
	const user = await userWith('mistyped', { SMSMfaSettings: { Enabled: true, PreferredMfa: true } });
	await signInWithSrp(user);
	const code = await codeSentTo(client.userPoolId, 'mistyped');

	await refused(sendSmsCode(user, otherThan(code)), ...wrongMfaCode);

	const { session } = await sendSmsCode(user, code);
	await verified(tokensOfSession(session), client);
});

test('the code of an earlier sign-in is refused', async () => {
	const user = await userWith('earlier', { SMSMfaSettings: { Enabled: true, PreferredMfa: true } });
	await signInWithSrp(user);
	const code = await codeSentTo(client.userPoolId, 'earlier');
	await sendSmsCode(user, code);

	await signInWithPassword(client, 'earlier');
	const { Session } = await signInWithPassword(client, 'earlier');

	await refused(respond('SMS_MFA', 'earlier', Session, { SMS_MFA_CODE: code }), ...wrongMfaCode);
});

test('a code that comes after the session is refused', async () => {
	await userWith('slow', { SMSMfaSettings: { Enabled: true, PreferredMfa: true } });
	const { Session } = await signInWithPassword(client, 'slow');
	const code = await codeSentTo(client.userPoolId, 'slow');

	await advanceClock(181);

	await refused(respond('SMS_MFA', 'slow', Session, { SMS_MFA_CODE: code }), 'NotAuthorizedException',
		'Invalid session for the user, session is expired.');
});

test('a session of an app client lives as long as the client says', async () => {
	const { ClientId } = await createClient(client.userPoolId, { AuthSessionValidity: 15 });
	await userWith('patient', { SMSMfaSettings: { Enabled: true, PreferredMfa: true } });
	const { Session } = await signInWithPassword({ clientId: ClientId }, 'patient');

	await advanceClock(14 * 60);

	const code = await codeSentTo(client.userPoolId, 'patient');
	const { AuthenticationResult } =
		await respond('SMS_MFA', 'patient', Session, { SMS_MFA_CODE: code }, ClientId);
	await verified(AuthenticationResult, { ...client, clientId: ClientId });
});

test('a text message signs in and verifies the phone', async () => {
	const user = await userWith('paul', { SMSMfaSettings: { Enabled: true, PreferredMfa: true } });

	const asked = await signInWithSrp(user);
	const [message] = await messagesTo(client.userPoolId, 'paul');
	const { session } = await sendSmsCode(user, message.code);

	assert.equal(asked.challenge, 'SMS_MFA');
	assert.equal(asked.parameters.CODE_DELIVERY_DELIVERY_MEDIUM, 'SMS');
	assert.equal(asked.parameters.CODE_DELIVERY_DESTINATION, '+*******9934');
	assert.equal(message.destination, phone.phone_number);
	assert.match(message.code, /^\d{6}$/);
	await verified(tokensOfSession(session), client);
	const { UserAttributes } = await cognito.adminGetUser({ UserPoolId: client.userPoolId, Username: 'paul' });
	assert.equal(attributeMap(UserAttributes).phone_number_verified, 'true');
});

test('a wrong code of an e-mail message is refused', async () => {
	await userWith('mistyped-mail', { EmailMfaSettings: { Enabled: true, PreferredMfa: true } });
	const { Session } = await signInWithPassword(client, 'mistyped-mail');
	const code = await codeSentTo(client.userPoolId, 'mistyped-mail');
	const wrong = otherThan(code);

	await refused(respond('EMAIL_OTP', 'mistyped-mail', Session, { EMAIL_OTP_CODE: wrong }), ...wrongMfaCode);
});

test('an e-mail message signs in', async () => {
	await userWith('quentin', { EmailMfaSettings: { Enabled: true, PreferredMfa: true } });

	const { ChallengeName, ChallengeParameters, Session } = await signInWithPassword(client, 'quentin');
	const code = await codeSentTo(client.userPoolId, 'quentin');
	const { AuthenticationResult } = await respond('EMAIL_OTP', 'quentin', Session, { EMAIL_OTP_CODE: code });

	assert.equal(ChallengeName, 'EMAIL_OTP');
	assert.equal(ChallengeParameters.CODE_DELIVERY_DELIVERY_MEDIUM, 'EMAIL');
	assert.equal(ChallengeParameters.CODE_DELIVERY_DESTINATION, 'q***@e***');
	await verified(AuthenticationResult, client);
});

test('a factor that the user does not have cannot be selected', async () => {
	const user = await userWith('selecting', { SMSMfaSettings: { Enabled: true }, EmailMfaSettings: { Enabled: true } });
	await signInWithSrp(user);

	await assert.rejects(answer((callbacks) => user.sendMFASelectionAnswer('SOFTWARE_TOKEN_MFA', callbacks)),
		({ code }) => ['InvalidParameterException', 'MFAMethodNotFoundException', 'NotAuthorizedException',
			'SoftwareTokenMFANotFoundException'].includes(code));
});

test('a user with several factors selects one', async () => {
	const user = await userWith('rosa', { SMSMfaSettings: { Enabled: true } });
	const secretCode = await registerAuthenticator('rosa');

	const asked = await signInWithSrp(user);
	const selected = await answer((callbacks) => user.sendMFASelectionAnswer('SOFTWARE_TOKEN_MFA', callbacks));
	const { session } = await answer((callbacks) =>
		user.sendMFACode(totp(secretCode), callbacks, 'SOFTWARE_TOKEN_MFA'));

	assert.equal(asked.challenge, 'SELECT_MFA_TYPE');
	assert.deepEqual(JSON.parse(asked.parameters.MFAS_CAN_CHOOSE).sort(), ['SMS_MFA', 'SOFTWARE_TOKEN_MFA']);
	assert.equal(selected.challenge, 'SOFTWARE_TOKEN_MFA');
	await verified(tokensOfSession(session), client);
});

test('a text message is sent only after it was selected', async () => {
	const user = await userWith('sara', { SMSMfaSettings: { Enabled: true }, EmailMfaSettings: { Enabled: true } });

	await signInWithSrp(user);
	const sentBefore = await messagesTo(client.userPoolId, 'sara');
	const selected = await answer((callbacks) => user.sendMFASelectionAnswer('SMS_MFA', callbacks));
	const { session } = await sendSmsCode(user, await codeSentTo(client.userPoolId, 'sara'));

	assert.deepEqual(sentBefore, []);
	assert.equal(selected.parameters.CODE_DELIVERY_DESTINATION, '+*******9934');
	await verified(tokensOfSession(session), client);
});

test('a preferred factor is not asked for', async () => {
	await userWith('tina', {
		SMSMfaSettings: { Enabled: true, PreferredMfa: true }, EmailMfaSettings: { Enabled: true },
	});

	const { ChallengeName } = await signInWithPassword(client, 'tina');

	assert.equal(ChallengeName, 'SMS_MFA');
});

test('factors are switched off again', async () => {
	await userWith('uwe', { SMSMfaSettings: { Enabled: true, PreferredMfa: true } });

	await prefer('uwe', { SMSMfaSettings: { Enabled: false } });

	const { AccessToken } = await tokensOf(client, 'uwe');
	const { PreferredMfaSetting, UserMFASettingList } = await cognito.getUser({ AccessToken });
	assert.equal(PreferredMfaSetting, undefined);
	assert.equal(UserMFASettingList, undefined);
});

test('a user\'s factors can be asked for', async () => {
	await createUser(client.userPoolId, 'vera', phone);
	const { AccessToken } = await tokensOf(client, 'vera');
	await prefer('vera', { SMSMfaSettings: { Enabled: true, PreferredMfa: true } });

	const factors = await cognito.getUserAuthFactors({ AccessToken });

	assert.equal(factors.Username, 'vera');
	assert.equal(factors.PreferredMfaSetting, 'SMS_MFA');
	assert.deepEqual(factors.UserMFASettingList, ['SMS_MFA']);
	assert.ok(factors.ConfiguredUserAuthFactors.includes('PASSWORD'));
});

test('the settings of a pool come back as they were given', async () => {
	const answered = await cognito.getUserPoolMfaConfig({ UserPoolId: client.userPoolId });

	assert.equal(answered.MfaConfiguration, 'OPTIONAL');
	assert.deepEqual(answered.SoftwareTokenMfaConfiguration, { Enabled: true });
	assert.deepEqual(answered.EmailMfaConfiguration, { Subject: 'Your code', Message: 'Your code is {####}.' });
});

/** A user with a phone number and these preferences, in a browser of its own. */
async function userWith(username, preferences) {
	await createUser(client.userPoolId, username, phone);
	await prefer(username, preferences);
	return identityUser(client, username);
}

function prefer(username, preferences) {
	return cognito.adminSetUserMFAPreference({ UserPoolId: client.userPoolId, Username: username, ...preferences });
}

/** Switches an authenticator on for a user whose other factor is a text message. */
async function registerAuthenticator(username) {
	const { Session } = await signInWithPassword(client, username);
	const code = await codeSentTo(client.userPoolId, username);
	const { AuthenticationResult } = await respond('SMS_MFA', username, Session, { SMS_MFA_CODE: code });
	const { AccessToken } = AuthenticationResult;
	const { SecretCode } = await cognito.associateSoftwareToken({ AccessToken });
	await cognito.verifySoftwareToken({ AccessToken, UserCode: totp(SecretCode) });
	await cognito.setUserMFAPreference({ AccessToken, SoftwareTokenMfaSettings: { Enabled: true } });
	await advanceClock(30);
	return SecretCode;
}

function sendSmsCode(user, code) {
	return answer((callbacks) => user.sendMFACode(code, callbacks));
}

function respond(challengeName, username, session, responses, clientId = client.clientId) {
	return cognito.respondToAuthChallenge({
		ClientId: clientId,
		ChallengeName: challengeName,
		Session: session,
		ChallengeResponses: { USERNAME: username, ...responses },
	});
}
