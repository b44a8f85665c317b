import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
	attributeList, attributeMap, cognito, createPoolAndClient, createUser, password, signInWithPassword, signUp, tokensOf,
} from '../fixture/cognito.js';
import { refused, violation, wrongPassword } from '../fixture/refusal.js';
import { call, messagesTo } from '../fixture/server.js';
import { verified } from '../fixture/tokens.js';

let client;

before(async () => {
	client = await createPoolAndClient();
});

for (const operation of ['adminGetUser', 'adminDisableUser', 'adminEnableUser', 'adminDeleteUser',
	'adminConfirmSignUp', 'adminResetUserPassword', 'adminUserGlobalSignOut', 'adminListGroupsForUser']) {
	test(`${operation} refuses an unknown user and an unknown pool`, async () => {
		await refused(cognito[operation](user('nobody')), 'UserNotFoundException', 'User does not exist.');
		await refused(cognito[operation]({ UserPoolId: 'eu-central-1_000000000', Username: 'nobody' }),
			'ResourceNotFoundException', 'User pool eu-central-1_000000000 does not exist.');
	});
}

test('a name that is taken is refused', async () => {
	await createUser(client.userPoolId, 'taken');

	await refused(invite('taken'), 'UsernameExistsException', 'User account already exists');
});

test('a weak temporary password is refused', async () => {
	await refused(invite('weak', { TemporaryPassword: 'Sh0rt!' }), 'InvalidPasswordException',
		'Password did not conform with password policy: Password not long enough');
});

test('a confirmed user is not invited again', async () => {
	await createUser(client.userPoolId, 'confirmed');

	await refused(invite('confirmed', { MessageAction: 'RESEND' }), 'UnsupportedUserStateException');
});

test('a message action that does not exist fails validation', async () => {
	await refused(invite('action', { MessageAction: 'SHOUT' }), 'InvalidParameterException',
		violation('Value \'SHOUT\'', 'messageAction', 'satisfy enum value set: ['));
});

test('an invited user has to change the password that was sent', async () => {
	const { User } = await invite('invited', {
		MessageAction: undefined, DesiredDeliveryMediums: ['EMAIL'], TemporaryPassword: undefined,
	});

	const [message] = await messagesTo(client.userPoolId, 'invited');
	const { ChallengeName } = await signInWithPassword(client, 'invited', message.code);

	assert.equal(User.UserStatus, 'FORCE_CHANGE_PASSWORD');
	assert.equal(User.Enabled, true);
	assert.equal(message.destination, 'invited@example.com');
	assert.equal(ChallengeName, 'NEW_PASSWORD_REQUIRED');
});

test('an invitation is sent again with another password', async () => {
	await invite('again', { MessageAction: undefined, DesiredDeliveryMediums: ['EMAIL'], TemporaryPassword: undefined });
	const [first] = await messagesTo(client.userPoolId, 'again');

	await invite('again', { MessageAction: 'RESEND', DesiredDeliveryMediums: ['EMAIL'], TemporaryPassword: undefined });

	const [second] = await messagesTo(client.userPoolId, 'again');
	assert.notEqual(second.code, first.code);
	await refused(signInWithPassword(client, 'again', first.code), ...wrongPassword);
	assert.equal((await signInWithPassword(client, 'again', second.code)).ChallengeName, 'NEW_PASSWORD_REQUIRED');
});

test('a weak permanent password is refused', async () => {
	await createUser(client.userPoolId, 'weak-permanent');

	await refused(cognito.adminSetUserPassword({ ...user('weak-permanent'), Password: 'Sh0rt!', Permanent: true }),
		'InvalidPasswordException', /^Password did not conform with (password )?policy: Password not long enough$/);
});

test('a permanent password confirms a user and a temporary one asks for another', async () => {
	await signUp(client, 'statuses');
	const statuses = [await statusOf('statuses')];

	await cognito.adminSetUserPassword({ ...user('statuses'), Password: 'N3w!password', Permanent: true });
	statuses.push(await statusOf('statuses'));
	await verified(await tokensOf(client, 'statuses', 'N3w!password'), client);
	await cognito.adminSetUserPassword({ ...user('statuses'), Password: 'T3mp!password' });
	statuses.push(await statusOf('statuses'));

	assert.deepEqual(statuses, ['UNCONFIRMED', 'CONFIRMED', 'FORCE_CHANGE_PASSWORD']);
	assert.equal((await signInWithPassword(client, 'statuses', 'T3mp!password')).ChallengeName,
		'NEW_PASSWORD_REQUIRED');
});

test('an administrator confirms a user without verifying the address, and once only', async () => {
	await signUp(client, 'waved-through');

	await cognito.adminConfirmSignUp(user('waved-through'));

	const { id } = await verified(await tokensOf(client, 'waved-through'), client);
	assert.equal(id.email_verified ?? false, false);
	await refused(cognito.adminConfirmSignUp(user('waved-through')),
		'NotAuthorizedException', 'User cannot be confirmed. Current status is CONFIRMED');
});

test('an administrator writes and deletes attributes', async () => {
	await createUser(client.userPoolId, 'attributes', { nickname: 'a' });

	await refused(cognito.adminUpdateUserAttributes({
		...user('attributes'), UserAttributes: attributeList({ sub: 'x' }),
	}), 'InvalidParameterException', /^Cannot modify the non-mutable attribute sub\.?$/);
	await cognito.adminUpdateUserAttributes({
		...user('attributes'), UserAttributes: attributeList({ email: 'b@example.com', email_verified: 'true' }),
	});
	await cognito.adminDeleteUserAttributes({ ...user('attributes'), UserAttributeNames: ['nickname'] });

	const { UserAttributes, UserCreateDate, UserLastModifiedDate } = await cognito.adminGetUser(user('attributes'));
	const { sub, ...attributes } = attributeMap(UserAttributes);
	assert.match(sub, /^[0-9a-f-]{36}$/);
	assert.deepEqual(attributes, { email: 'b@example.com', email_verified: 'true' });
	assert.ok(UserCreateDate instanceof Date && UserLastModifiedDate >= UserCreateDate);
});

test('disabling, enabling and doing either twice', async () => {
	await createUser(client.userPoolId, 'switched');

	await cognito.adminDisableUser(user('switched'));
	await cognito.adminDisableUser(user('switched'));
	await refused(signInWithPassword(client, 'switched'), 'NotAuthorizedException', 'User is disabled.');
	await cognito.adminEnableUser(user('switched'));
	await cognito.adminEnableUser(user('switched'));

	assert.ok(await tokensOf(client, 'switched'));
});

test('a deleted user is gone and the name is free', async () => {
	await createUser(client.userPoolId, 'recycled');
	const { UserAttributes } = await cognito.adminGetUser(user('recycled'));

	await cognito.adminDeleteUser(user('recycled'));
	await refused(signInWithPassword(client, 'recycled'), ...wrongPassword);
	await createUser(client.userPoolId, 'recycled');

	const recycled = await cognito.adminGetUser(user('recycled'));
	assert.notEqual(attributeMap(recycled.UserAttributes).sub, attributeMap(UserAttributes).sub);
});

test('a password cannot be reset before it was set by the user', async () => {
	await invite('unset');

	await refused(cognito.adminResetUserPassword(user('unset')),
		'NotAuthorizedException', 'User password cannot be reset in the current state.');
});

test('an operation for administrators without a signature is refused', async () => {
	const response = await call('AdminGetUser', user('alice'));

	assert.match(response.headers.get('x-amzn-ErrorType'), /^MissingAuthenticationTokenException/);
	assert.ok(response.status === 400 || response.status === 403, `HTTP status ${response.status}`);
});

function user(username) {
	return { UserPoolId: client.userPoolId, Username: username };
}

function invite(username, settings = {}) {
	return cognito.adminCreateUser({
		...user(username),
		TemporaryPassword: password,
		MessageAction: 'SUPPRESS',
		UserAttributes: attributeList({ email: `${username}@example.com`, email_verified: 'true' }),
		...settings,
	});
}

async function statusOf(username) {
	return (await cognito.adminGetUser(user(username))).UserStatus;
}
