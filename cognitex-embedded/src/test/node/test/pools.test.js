import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	cognito, createClient, createPool, createPoolAndClient, createUser, signInWithPassword, tokensOf,
} from '../fixture/cognito.js';
import { refused, violation } from '../fixture/refusal.js';
import { call } from '../fixture/server.js';
import { issuerOf } from '../fixture/tokens.js';

const unknownPool = { UserPoolId: 'eu-central-1_000000000' };

test('a pool without a name fails validation', async () => {
	await refused(cognito.createUserPool({}), 'InvalidParameterException',
		violation('Value null', 'poolName', 'not be null'));
});

test('a pool whose name has characters of no name fails validation', async () => {
	await refused(cognito.createUserPool({ PoolName: 'a/b' }), 'InvalidParameterException',
		violation('Value \'a/b\'', 'poolName', 'satisfy regular expression pattern:'));
});

test('a password policy below the limit fails validation', async () => {
	await refused(cognito.createUserPool({
		PoolName: 'weak', Policies: { PasswordPolicy: { MinimumLength: 5 } },
	}), 'InvalidParameterException', /Member must have value greater than or equal to 6$/);
});

test('e-mail addresses cannot be both names and aliases', async () => {
	await refused(cognito.createUserPool({
		PoolName: 'both', UsernameAttributes: ['email'], AliasAttributes: ['email'],
	}), 'InvalidParameterException');
});

test('an unknown pool is refused', async () => {
	const message = `User pool ${unknownPool.UserPoolId} does not exist.`;

	await refused(cognito.describeUserPool(unknownPool), 'ResourceNotFoundException', message);
	await refused(cognito.updateUserPool(unknownPool), 'ResourceNotFoundException', message);
	await refused(cognito.deleteUserPool(unknownPool), 'ResourceNotFoundException', message);
	await refused(createClient(unknownPool.UserPoolId), 'ResourceNotFoundException', message);
});

test('an unknown app client is refused', async () => {
	const client = { UserPoolId: await createPool(), ClientId: '1example23456789abcdefghij' };
	const message = `User pool client ${client.ClientId} does not exist.`;

	await refused(cognito.describeUserPoolClient(client), 'ResourceNotFoundException', message);
	await refused(cognito.updateUserPoolClient(client), 'ResourceNotFoundException', message);
	await refused(cognito.deleteUserPoolClient(client), 'ResourceNotFoundException', message);
});

test('the app client of another pool is refused', async () => {
	const { clientId } = await createPoolAndClient();

	await refused(cognito.describeUserPoolClient({ UserPoolId: await createPool(), ClientId: clientId }),
		'ResourceNotFoundException', `User pool client ${clientId} does not exist.`);
});

test('old and new names of flows cannot be mixed', async () => {
	await refused(createClient(await createPool(), { ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH', 'ALLOW_USER_SRP_AUTH'] }),
		'InvalidParameterException');
});

test('a token cannot live longer than a day or shorter than five minutes', async () => {
	const pool = await createPool();
	const units = { TokenValidityUnits: { AccessToken: 'minutes' } };

	await refused(createClient(pool, { AccessTokenValidity: 4, ...units }), 'InvalidParameterException');
	await refused(createClient(pool, { AccessTokenValidity: 1441, ...units }), 'InvalidParameterException');
});

test('an administrator\'s operation without a signature is refused', async () => {
	const response = await call('CreateUserPool', { PoolName: 'unsigned' });

	assert.match(response.headers.get('x-amzn-ErrorType'), /^MissingAuthenticationTokenException/);
});

test('an operation that does not exist is refused', async () => {
	const response = await call('TransmogrifyUser', {});

	assert.equal(response.status, 400);
	assert.match(response.headers.get('x-amzn-ErrorType'), /^UnknownOperationException/);
});

test('a pool has the defaults of the service', async () => {
	const { UserPool } = await cognito.describeUserPool({ UserPoolId: (await defaultPool()).Id });

	assert.match(UserPool.Id, /^[a-z]{2}-[a-z]+-\d_[0-9A-Za-z]{9}$/);
	assert.equal(UserPool.Name, 'defaults');
	assert.equal(UserPool.MfaConfiguration, 'OFF');
	assert.equal(UserPool.EstimatedNumberOfUsers, 0);
	assert.ok(UserPool.CreationDate instanceof Date);
	const { PasswordPolicy } = UserPool.Policies;
	assert.deepEqual(PasswordPolicy, {
		MinimumLength: 8,
		RequireUppercase: true,
		RequireLowercase: true,
		RequireNumbers: true,
		RequireSymbols: true,
		TemporaryPasswordValidityDays: 7,
	});
	const attributes = UserPool.SchemaAttributes.map(({ Name }) => Name);
	for (const standard of ['sub', 'email', 'email_verified', 'phone_number', 'updated_at', 'preferred_username']) {
		assert.ok(attributes.includes(standard), standard);
	}
});

test('an app client has the defaults of the service', async () => {
	const { Id } = await defaultPool();
	const { UserPoolClient: created } = await cognito.createUserPoolClient({ UserPoolId: Id, ClientName: 'defaults' });

	const { UserPoolClient } = await cognito.describeUserPoolClient({ UserPoolId: Id, ClientId: created.ClientId });

	const { ClientId, CreationDate, LastModifiedDate, ExplicitAuthFlows, ...rest } = UserPoolClient;
	assert.match(ClientId, /^[0-9a-z]{26}$/);
	assert.ok(CreationDate instanceof Date && LastModifiedDate instanceof Date);
	assert.deepEqual([...ExplicitAuthFlows].sort(),
		['ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH']);
	assert.deepEqual(rest, {
		UserPoolId: Id,
		ClientName: 'defaults',
		RefreshTokenValidity: 30,
		EnableTokenRevocation: true,
		AuthSessionValidity: 3,
		PreventUserExistenceErrors: 'LEGACY',
		AllowedOAuthFlowsUserPoolClient: false,
		EnablePropagateAdditionalUserContextData: false,
	});
});

test('a secret is made on demand', async () => {
	const pool = await createPool();

	const { ClientSecret } = await createClient(pool, { GenerateSecret: true });
	const { ClientSecret: none } = await createClient(pool);

	assert.match(ClientSecret, /^[0-9a-z]{51,52}$/);
	assert.equal(none, undefined);
});

test('a pool is changed', async () => {
	const { Id } = await defaultPool();

	await cognito.updateUserPool({
		UserPoolId: Id,
		Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: false } },
		AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
	});

	const { UserPool } = await cognito.describeUserPool({ UserPoolId: Id });
	assert.equal(UserPool.Policies.PasswordPolicy.MinimumLength, 12);
	assert.equal(UserPool.AdminCreateUserConfig.AllowAdminCreateUserOnly, true);
});

test('an attribute is added to the schema', async () => {
	const { userPoolId, clientId } = await createPoolAndClient();
	await refused(createUser(userPoolId, 'early', { 'custom:level': '1' }), 'InvalidParameterException');

	await cognito.addCustomAttributes({
		UserPoolId: userPoolId,
		CustomAttributes: [{ Name: 'level', AttributeDataType: 'String', Mutable: true }],
	});

	await createUser(userPoolId, 'late', { 'custom:level': '1' });
	const { AccessToken } = await tokensOf({ clientId }, 'late');
	const { UserAttributes } = await cognito.getUser({ AccessToken });
	assert.equal(UserAttributes.find(({ Name }) => Name === 'custom:level').Value, '1');
});

test('an app client that is changed takes the defaults for what is left out', async () => {
	const { userPoolId, clientId } = await createPoolAndClient();
	await createUser(userPoolId, 'alice');

	await cognito.updateUserPoolClient({ UserPoolId: userPoolId, ClientId: clientId, ClientName: 'changed' });

	const { UserPoolClient } = await cognito.describeUserPoolClient({ UserPoolId: userPoolId, ClientId: clientId });
	assert.equal(UserPoolClient.ClientName, 'changed');
	await refused(signInWithPassword({ clientId }, 'alice'),
		'InvalidParameterException', 'USER_PASSWORD_AUTH flow not enabled for this client');
});

test('a deleted app client signs nobody in', async () => {
	const { userPoolId, clientId } = await createPoolAndClient();
	await createUser(userPoolId, 'alice');

	await cognito.deleteUserPoolClient({ UserPoolId: userPoolId, ClientId: clientId });

	await refused(signInWithPassword({ clientId }, 'alice'),
		'ResourceNotFoundException', `User pool client ${clientId} does not exist.`);
});

test('a deleted pool is gone with everything in it', async () => {
	const { userPoolId, clientId } = await createPoolAndClient();
	await createUser(userPoolId, 'alice');
	const { AccessToken } = await tokensOf({ clientId }, 'alice');

	await cognito.deleteUserPool({ UserPoolId: userPoolId });

	await refused(cognito.describeUserPool({ UserPoolId: userPoolId }),
		'ResourceNotFoundException', `User pool ${userPoolId} does not exist.`);
	await refused(signInWithPassword({ clientId }, 'alice'), 'ResourceNotFoundException');
	await assert.rejects(cognito.getUser({ AccessToken }), ({ name }) =>
		['ResourceNotFoundException', 'NotAuthorizedException'].includes(name));
	const response = await fetch(`${issuerOf(userPoolId)}/.well-known/jwks.json`);
	assert.ok(response.status >= 400 && response.status < 500, `HTTP status ${response.status}`);
});

test('a protected pool is not deleted', async () => {
	const pool = await createPool({ DeletionProtection: 'ACTIVE' });

	await refused(cognito.deleteUserPool({ UserPoolId: pool }), 'InvalidParameterException');

	await cognito.updateUserPool({ UserPoolId: pool, DeletionProtection: 'INACTIVE' });
	await cognito.deleteUserPool({ UserPoolId: pool });
});

async function defaultPool() {
	return (await cognito.createUserPool({ PoolName: 'defaults' })).UserPool;
}
