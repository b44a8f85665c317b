import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
	cognito, createClient, createPool, createPoolAndClient, createUser, password, signInWithPassword, signUp,
} from '../fixture/cognito.js';
import { refused, violation, wrongPassword } from '../fixture/refusal.js';
import { advanceClock, call } from '../fixture/server.js';
import { verified } from '../fixture/tokens.js';

let client;
let legacyClient;
let srpOnlyClient;

before(async () => {
	client = await createPoolAndClient();
	const { userPoolId } = client;
	const legacy = await createClient(userPoolId, { PreventUserExistenceErrors: 'LEGACY' });
	legacyClient = { userPoolId, clientId: legacy.ClientId };
	const srpOnly = await createClient(userPoolId, { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] });
	srpOnlyClient = { userPoolId, clientId: srpOnly.ClientId };
	await createUser(userPoolId, 'alice');
});

test('an app client that does not exist is refused', async () => {
	await refused(signInWithPassword({ clientId: '1example23456789abcdefghij' }, 'alice'),
		'ResourceNotFoundException', 'User pool client 1example23456789abcdefghij does not exist.');
});

test('a flow that the app client does not allow is refused', async () => {
	await refused(signInWithPassword(srpOnlyClient, 'alice'),
		'InvalidParameterException', 'USER_PASSWORD_AUTH flow not enabled for this client');
});

test('a flow for administrators is refused on the public operation', async () => {
	await refused(cognito.initiateAuth({
		ClientId: client.clientId,
		AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
		AuthParameters: { USERNAME: 'alice', PASSWORD: password },
	}), 'InvalidParameterException', /^Initiate Auth method not supported\.?$/);
});

test('a flow that does not exist fails validation', async () => {
	await refused(cognito.initiateAuth({ ClientId: client.clientId, AuthFlow: 'TELEPATHY_AUTH', AuthParameters: {} }),
		'InvalidParameterException',
		violation('Value \'TELEPATHY_AUTH\'', 'authFlow', 'satisfy enum value set: ['));
});

test('every violation of a request is told in one message', async () => {
	await refused(cognito.signUp({ ClientId: 'not a client', Username: 'with space', Password: password }),
		'InvalidParameterException', /^2 validation errors detected: Value .*; Value /);
});

test('a missing password is refused', async () => {
	await refused(cognito.initiateAuth({
		ClientId: client.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'alice' },
	}), 'InvalidParameterException', 'Missing required parameter PASSWORD');
});

test('a wrong password is refused', async () => {
	await refused(signInWithPassword(client, 'alice', 'Wr0ng!password'), ...wrongPassword);
});

test('an unknown user looks like a wrong password', async () => {
	await refused(signInWithPassword(client, 'nobody'), ...wrongPassword);
});

test('an unknown user is told to an app client of the legacy kind', async () => {
	await refused(signInWithPassword(legacyClient, 'nobody'), 'UserNotFoundException', 'User does not exist.');
});

test('a disabled user is refused', async () => {
	await createUser(client.userPoolId, 'disabled');
	await cognito.adminDisableUser({ UserPoolId: client.userPoolId, Username: 'disabled' });

	await refused(signInWithPassword(client, 'disabled'), 'NotAuthorizedException', 'User is disabled.');
});

test('an unconfirmed user is told so, but only with the right password', async () => {
	await signUp(client, 'unconfirmed');

	await refused(signInWithPassword(client, 'unconfirmed', 'Wr0ng!password'), ...wrongPassword);
	await refused(signInWithPassword(client, 'unconfirmed'), 'UserNotConfirmedException', 'User is not confirmed.');
});

test('a user whose password was reset by an administrator is told so', async () => {
	await createUser(client.userPoolId, 'reset');
	await cognito.adminResetUserPassword({ UserPoolId: client.userPoolId, Username: 'reset' });

	await refused(signInWithPassword(client, 'reset'),
		'PasswordResetRequiredException', 'Password reset required for the user');
});

test('wrong passwords lock a user for ever longer', async () => {
	await createUser(client.userPoolId, 'guessed');
	const guess = () => refused(signInWithPassword(client, 'guessed', 'Wr0ng!password'), ...wrongPassword);
	for (let attempt = 1; attempt <= 5; attempt++) {
		await guess();
	}
	for (let attempt = 6; attempt <= 10; attempt++) {
		await advanceClock(2 ** (attempt - 6));
		await guess();
	}

	// The tenth locks for 32 seconds, of which the test itself takes some.
	await advanceClock(10);
	await refused(signInWithPassword(client, 'guessed'), 'NotAuthorizedException', 'Password attempts exceeded');

	await advanceClock(22);
	const { AuthenticationResult } = await signInWithPassword(client, 'guessed');
	assert.ok(AuthenticationResult.AccessToken);
});

test('four wrong passwords do not lock a user', async () => {
	await createUser(client.userPoolId, 'clumsy');
	for (let attempt = 1; attempt <= 4; attempt++) {
		await refused(signInWithPassword(client, 'clumsy', 'Wr0ng!password'), ...wrongPassword);
	}

	const { AuthenticationResult } = await signInWithPassword(client, 'clumsy');
	assert.ok(AuthenticationResult.AccessToken);
});

test('the right password gives three tokens and no challenge', async () => {
	const answer = await signInWithPassword(client, 'alice');

	assert.equal(answer.ChallengeName, undefined);
	assert.equal(answer.Session, undefined);
	assert.deepEqual(answer.ChallengeParameters, {});
	assert.equal(answer.AuthenticationResult.TokenType, 'Bearer');
	assert.equal(answer.AuthenticationResult.ExpiresIn, 3600);
	assert.match(answer.AuthenticationResult.RefreshToken, /^eyJjdHkiOiJKV1Qi[^.]*(\.[^.]+){4}$/);
	const { access, id } = await verified(answer.AuthenticationResult, client);
	assert.equal(access.username, 'alice');
	assert.equal(id['cognito:username'], 'alice');
});

test('an administrator\'s sign-in without a signature is refused', async () => {
	const response = await call('AdminInitiateAuth', {
		UserPoolId: client.userPoolId,
		ClientId: client.clientId,
		AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
		AuthParameters: { USERNAME: 'alice', PASSWORD: password },
	});

	assert.ok(response.status === 400 || response.status === 403, `HTTP status ${response.status}`);
	assert.match(response.headers.get('x-amzn-ErrorType'), /^MissingAuthenticationTokenException/);
});

test('an administrator\'s sign-in with an app client of another pool is refused', async () => {
	const elsewhere = await createPool();

	await refused(signInAsAdministrator({ ...client, userPoolId: elsewhere }, 'alice'),
		'ResourceNotFoundException', `User pool client ${client.clientId} does not exist.`);
});

test('an administrator\'s sign-in with a wrong password is refused', async () => {
	await refused(signInAsAdministrator(client, 'alice', 'Wr0ng!password'), ...wrongPassword);
});

test('an administrator\'s sign-in gives tokens', async () => {
	const { AuthenticationResult } = await signInAsAdministrator(client, 'alice');

	const { access } = await verified(AuthenticationResult, client);
	assert.equal(access.username, 'alice');
	assert.equal(access.client_id, client.clientId);
});

function signInAsAdministrator({ userPoolId, clientId }, username, secret = password) {
	return cognito.adminInitiateAuth({
		UserPoolId: userPoolId,
		ClientId: clientId,
		AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
		AuthParameters: { USERNAME: username, PASSWORD: secret },
	});
}
