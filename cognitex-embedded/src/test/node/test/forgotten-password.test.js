import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
	cognito, createClient, createInvitedUser, createPool, createPoolAndClient, createUser, password, signInWithPassword,
	signUp, tokensOf,
} from '../fixture/cognito.js';
import { identityUser, outcome, signInWithSrp, tokensOfSession } from '../fixture/identity.js';
import { expiredCode, otherThan, refused, wrongCode, wrongPassword } from '../fixture/refusal.js';
import { advanceClock, codeSentTo, messagesTo } from '../fixture/server.js';
import { verified } from '../fixture/tokens.js';

const noVerifiedChannel =
	/^Cannot reset password for the user as there is no registered\/verified email or phone_number\.?$/;

let client;
let legacyClient;

before(async () => {
	client = await createPoolAndClient();
	const legacy = await createClient(client.userPoolId, { PreventUserExistenceErrors: 'LEGACY' });
	legacyClient = { userPoolId: client.userPoolId, clientId: legacy.ClientId };
});

test('an unknown user is told to an app client of the legacy kind', async () => {
	await refused(forgot(legacyClient, 'nobody'),
		'UserNotFoundException', 'Username/client id combination not found.');
});

test('a user without a verified address is refused', async () => {
	await createUser(client.userPoolId, 'unverified', { email_verified: 'false' });

	await refused(forgot(legacyClient, 'unverified'), 'InvalidParameterException', noVerifiedChannel);
});

test('an unconfirmed user is refused', async () => {
	await signUp(client, 'unconfirmed');

	await refused(forgot(legacyClient, 'unconfirmed'), 'InvalidParameterException', noVerifiedChannel);
});

test('an invited user is refused', async () => {
	await createInvitedUser(client.userPoolId, 'invited', password);

	await refused(forgot(legacyClient, 'invited'),
		'NotAuthorizedException', 'User password cannot be reset in the current state.');
});

test('a disabled user is refused', async () => {
	await createUser(client.userPoolId, 'disabled');
	await cognito.adminDisableUser({ UserPoolId: client.userPoolId, Username: 'disabled' });

	await refused(forgot(legacyClient, 'disabled'), 'NotAuthorizedException', 'User is disabled.');
});

test('an unknown and a disabled user get the same kind of answer as a known one', async () => {
	await createUser(client.userPoolId, 'known');
	await createUser(client.userPoolId, 'knocked-out');
	await cognito.adminDisableUser({ UserPoolId: client.userPoolId, Username: 'knocked-out' });

	const known = (await forgot(client, 'known')).CodeDeliveryDetails;
	const unknown = (await forgot(client, 'unknown')).CodeDeliveryDetails;
	const disabled = (await forgot(client, 'knocked-out')).CodeDeliveryDetails;

	assert.deepEqual(known, { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'k***@e***' });
	for (const simulated of [unknown, disabled]) {
		assert.equal(simulated.AttributeName, 'email');
		assert.equal(simulated.DeliveryMedium, 'EMAIL');
		assert.match(simulated.Destination, /^.\*\*\*@.\*\*\*$/);
	}
	assert.deepEqual(await messagesTo(client.userPoolId, 'unknown'), []);
	assert.deepEqual(await messagesTo(client.userPoolId, 'knocked-out'), []);
});

test('a wrong code changes nothing', async () => {
	await createUser(client.userPoolId, 'guessed');
	await forgot(client, 'guessed');
	const code = await codeSentTo(client.userPoolId, 'guessed');

	await refused(confirm(client, 'guessed', otherThan(code)), ...wrongCode);

	assert.ok(await tokensOf(client, 'guessed'));
});

test('a code without a request is refused', async () => {
	await createUser(client.userPoolId, 'unasked');

	await refused(confirm(client, 'unasked', '123456'), ...expiredCode);
});

test('a code that is older than an hour is refused', async () => {
	await createUser(client.userPoolId, 'late');
	await forgot(client, 'late');
	const code = await codeSentTo(client.userPoolId, 'late');

	await advanceClock(3601);

	await refused(confirm(client, 'late', code), ...expiredCode);
});

test('a code is good for one password only', async () => {
	await createUser(client.userPoolId, 'twice');
	await forgot(client, 'twice');
	const code = await codeSentTo(client.userPoolId, 'twice');
	await confirm(client, 'twice', code, 'N3w!password');

	await refused(confirm(client, 'twice', code, 'N3wer!password'), ...expiredCode);
});

test('an unknown user looks like a wrong code', async () => {
	await refused(confirm(client, 'nobody', '123456'), ...wrongCode);
});

test('a weak password is refused and the code stays good', async () => {
	await createUser(client.userPoolId, 'weak');
	await forgot(client, 'weak');
	const code = await codeSentTo(client.userPoolId, 'weak');

	await refused(confirm(client, 'weak', code, 'weakpassword'), 'InvalidPasswordException',
		/^Password did not conform with policy: Password must have /);

	await confirm(client, 'weak', code, 'N3w!password');
});

test('asking again and again is refused at last', async () => {
	await createUser(client.userPoolId, 'impatient');

	const askRepeatedly = async () => {
		for (let request = 1; request <= 21; request++) {
			await forgot(client, 'impatient');
		}
	};

	await refused(askRepeatedly(),
		'LimitExceededException', 'Attempt limit exceeded, please try after some time.');
});

test('a pool whose passwords only administrators reset refuses', async () => {
	const strict = await createPool({
		AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] },
	});
	const { ClientId } = await createClient(strict, { PreventUserExistenceErrors: 'LEGACY' });
	await createUser(strict, 'alice');

	await refused(forgot({ clientId: ClientId }, 'alice'),
		'NotAuthorizedException', /^Contact administrator to reset password\.?$/);
});

test('the code of a forgotten password sets a new one', async () => {
	await createUser(client.userPoolId, 'grace');
	const user = identityUser(client, 'grace');

	const { CodeDeliveryDetails } = await outcome((callbacks) => user.forgotPassword(callbacks));
	const code = await codeSentTo(client.userPoolId, 'grace');
	await outcome((callbacks) => user.confirmPassword(code, 'N3w!password', callbacks));

	assert.equal(CodeDeliveryDetails.Destination, 'g***@e***');
	await refused(signInWithSrp(identityUser(client, 'grace')), ...wrongPassword);
	const { session } = await signInWithSrp(identityUser(client, 'grace'), 'N3w!password');
	await verified(tokensOfSession(session), client);
});

test('a verified phone number is preferred to an e-mail address', async () => {
	await createUser(client.userPoolId, 'heidi', { phone_number: '+4915112349934', phone_number_verified: 'true' });

	const { CodeDeliveryDetails } = await forgot(client, 'heidi');

	assert.deepEqual(CodeDeliveryDetails,
		{ AttributeName: 'phone_number', DeliveryMedium: 'SMS', Destination: '+*******9934' });
});

test('a password that an administrator reset is replaced with the code that was sent', async () => {
	await createUser(client.userPoolId, 'ivan');
	await cognito.adminResetUserPassword({ UserPoolId: client.userPoolId, Username: 'ivan' });
	await refused(signInWithPassword(client, 'ivan'), 'PasswordResetRequiredException');

	await confirm(client, 'ivan', await codeSentTo(client.userPoolId, 'ivan'), 'N3w!password');

	const { UserStatus } = await cognito.adminGetUser({ UserPoolId: client.userPoolId, Username: 'ivan' });
	assert.equal(UserStatus, 'CONFIRMED');
	assert.ok(await tokensOf(client, 'ivan', 'N3w!password'));
});

function forgot({ clientId }, username) {
	return cognito.forgotPassword({ ClientId: clientId, Username: username });
}

function confirm({ clientId }, username, code, secret = 'N3w!password') {
	return cognito.confirmForgotPassword({
		ClientId: clientId, Username: username, ConfirmationCode: code, Password: secret,
	});
}
