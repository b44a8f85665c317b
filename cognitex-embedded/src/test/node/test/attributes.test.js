import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { CognitoUserAttribute } from 'amazon-cognito-identity-js';
import {
	attributeList, attributeMap, cognito, createClient, createPoolAndClient, createUser, signInWithPassword, tokensOf,
} from '../fixture/cognito.js';
import { identityUser, outcome, promise, signInWithSrp } from '../fixture/identity.js';
import { otherThan, refused, violation, wrongCode } from '../fixture/refusal.js';
import { advanceClock, call, codeSentTo, messagesTo } from '../fixture/server.js';
import { verified } from '../fixture/tokens.js';

let client;

before(async () => {
	client = await createPoolAndClient();
});

test('a token that is none is refused', async () => {
	await refused(cognito.getUser({ AccessToken: 'garbage' }),
		'NotAuthorizedException', /^(Invalid Access Token|Could not verify signature for Access Token)$/);
});

test('a token with characters of no token fails validation', async () => {
	await refused(cognito.getUser({ AccessToken: 'gar bage' }), 'InvalidParameterException',
		violation('Value', 'accessToken', 'satisfy regular expression pattern:'));
});

test('a token whose claims were changed is refused', async () => {
	const { AccessToken } = await newUser('tampering');
	const [header, claims, signature] = AccessToken.split('.');
	const changed = { ...JSON.parse(Buffer.from(claims, 'base64url')), username: 'admin' };
	const forged = [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');

	await refused(cognito.getUser({ AccessToken: forged }),
		'NotAuthorizedException', /^(Invalid Access Token|Could not verify signature for Access Token)$/);
});

test('a token without a signature is refused', async () => {
	const { AccessToken } = await newUser('unsigned');
	const header = Buffer.from('{"alg":"none"}').toString('base64url');

	await refused(cognito.getUser({ AccessToken: `${header}.${AccessToken.split('.')[1]}.` }),
		'NotAuthorizedException', /^(Invalid Access Token|Could not verify signature for Access Token)$/);
});

test('an ID token is refused', async () => {
	const { IdToken } = await newUser('id-token');

	await refused(cognito.getUser({ AccessToken: IdToken }), 'NotAuthorizedException', 'Invalid Access Token');
});

test('an expired token is refused', async () => {
	const { AccessToken } = await newUser('expired');

	await advanceClock(3601);

	await refused(cognito.getUser({ AccessToken }), 'NotAuthorizedException', 'Access Token has expired');
});

test('the token of a deleted user is refused', async () => {
	const { AccessToken } = await newUser('deleted');
	await cognito.adminDeleteUser({ UserPoolId: client.userPoolId, Username: 'deleted' });

	await refused(cognito.getUser({ AccessToken }), 'UserNotFoundException', 'User does not exist.');
});

test('sub cannot be changed', async () => {
	const { AccessToken } = await newUser('sub');

	await refused(update(AccessToken, { sub: '34c84488-e0e1-70ae-d2ee-991ad1a898c8' }),
		'InvalidParameterException', /^Cannot modify the non-mutable attribute sub\.?$/);
});

test('an immutable attribute cannot be changed', async () => {
	const fixed = await createPoolAndClient({
		Schema: [{ Name: 'tenant', AttributeDataType: 'String', Mutable: false }],
	});
	const { AccessToken } = await newUser('tenant', { 'custom:tenant': 'a' }, fixed);

	await refused(update(AccessToken, { 'custom:tenant': 'b' }),
		'InvalidParameterException',
		/^(Cannot modify the non-mutable attribute custom:tenant\.?|.*custom:tenant: Attribute cannot be updated\.\s*)$/);
});

test('a malformed e-mail address is refused', async () => {
	const { AccessToken } = await newUser('malformed');

	await refused(update(AccessToken, { email: 'not an address' }),
		'InvalidParameterException', 'Invalid email address format.');
});

test('an attribute that the app client may not write is refused', async () => {
	const { ClientId } = await createClient(client.userPoolId, { WriteAttributes: ['email'] });
	const { AccessToken } = await newUser('writer', {}, { ...client, clientId: ClientId });

	await refused(update(AccessToken, { nickname: 'w' }),
		'NotAuthorizedException', 'A client attempted to write unauthorized attribute');
});

test('an attribute that is not in the schema is refused', async () => {
	const { AccessToken } = await newUser('schema');

	await refused(update(AccessToken, { 'custom:x': '1' }), 'InvalidParameterException',
		/custom:x: Attribute does not exist in the schema/);
});

test('nothing but e-mail address and phone number can be verified', async () => {
	const { AccessToken } = await newUser('nickname', { nickname: 'n' });

	await refused(cognito.getUserAttributeVerificationCode({ AccessToken, AttributeName: 'nickname' }),
		'InvalidParameterException', 'Invalid attribute name. Only phone_number and email can be verified.');
});

test('a required attribute cannot be deleted', async () => {
	const strict = await createPoolAndClient({ Schema: [{ Name: 'email', Required: true, Mutable: true }] });
	const { AccessToken } = await newUser('required', {}, strict);

	await refused(cognito.deleteUserAttributes({ AccessToken, UserAttributeNames: ['email'] }),
		'InvalidParameterException', /email: Required attribute cannot be deleted\.?/);
});

test('a changed e-mail address is unverified until its code comes back', async () => {
	await createUser(client.userPoolId, 'mover');
	const user = identityUser(client, 'mover');
	await signInWithSrp(user);

	await promise((callback) => user.updateAttributes(
		[new CognitoUserAttribute({ Name: 'email', Value: 'moved@example.com' })], callback));
	const code = await codeSentTo(client.userPoolId, 'mover');
	const wrong = otherThan(code);
	await refused(outcome((callbacks) => user.verifyAttribute('email', wrong, callbacks)), ...wrongCode);
	const pending = attributeMap(await promise((callback) => user.getUserAttributes(callback)));
	await outcome((callbacks) => user.verifyAttribute('email', code, callbacks));
	const verifiedAttributes = attributeMap(await promise((callback) => user.getUserAttributes(callback)));

	assert.equal(pending.email, 'moved@example.com');
	assert.equal(pending.email_verified, 'false');
	assert.equal(verifiedAttributes.email_verified, 'true');
	const [{ destination }] = await messagesTo(client.userPoolId, 'mover');
	assert.equal(destination, 'moved@example.com');
});

test('the answer to a change tells where the code went', async () => {
	const { AccessToken } = await newUser('answer');

	const changed = await update(AccessToken, { email: 'new@example.org' });
	const unchanged = await update(AccessToken, { nickname: 'a' });

	assert.deepEqual(changed.CodeDeliveryDetailsList,
		[{ AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'n***@e***' }]);
	assert.deepEqual(unchanged.CodeDeliveryDetailsList, []);
});

test('a code to verify the e-mail address is sent on request', async () => {
	await createUser(client.userPoolId, 'asker', { email_verified: 'false' });
	const user = identityUser(client, 'asker');
	await signInWithSrp(user);

	const { CodeDeliveryDetails } =
		await outcome((callbacks) => user.getAttributeVerificationCode('email', callbacks));
	const code = await codeSentTo(client.userPoolId, 'asker');
	await outcome((callbacks) => user.verifyAttribute('email', code, callbacks));

	assert.equal(CodeDeliveryDetails.Destination, 'a***@e***');
	const attributes = attributeMap(await promise((callback) => user.getUserAttributes(callback)));
	assert.equal(attributes.email_verified, 'true');
});

test('the old e-mail address stays until the new one is verified if the pool says so', async () => {
	const careful = await createPoolAndClient({
		UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
	});
	const { AccessToken } = await newUser('careful', {}, careful);

	await update(AccessToken, { email: 'new@example.com' });
	const pending = await attributesOf(AccessToken);
	await cognito.verifyUserAttribute({
		AccessToken, AttributeName: 'email', Code: await codeSentTo(careful.userPoolId, 'careful'),
	});
	const applied = await attributesOf(AccessToken);

	assert.equal(pending.email, 'careful@example.com');
	assert.equal(pending.email_verified, 'true');
	assert.equal(applied.email, 'new@example.com');
	assert.equal(applied.email_verified, 'true');
});

test('a blank value and a deletion both remove an attribute', async () => {
	const { AccessToken } = await newUser('tidy', { nickname: 't', website: 'https://example.com' });

	await update(AccessToken, { nickname: '' });
	await cognito.deleteUserAttributes({ AccessToken, UserAttributeNames: ['website'] });

	const attributes = await attributesOf(AccessToken);
	assert.ok(!('nickname' in attributes));
	assert.ok(!('website' in attributes));
});

test('an app client sees only the attributes that it may read', async () => {
	const { ClientId } = await createClient(client.userPoolId, { ReadAttributes: ['nickname'] });
	const reader = { ...client, clientId: ClientId };
	const tokens = await newUser('reader', { nickname: 'r' }, reader);

	const attributes = await attributesOf(tokens.AccessToken);
	const { id } = await verified(tokens, reader);

	assert.deepEqual(Object.keys(attributes).sort(), ['nickname', 'sub']);
	assert.equal(id.nickname, 'r');
	assert.equal(id.email, undefined);
});

test('custom attributes stand in the ID token as strings', async () => {
	const custom = await createPoolAndClient({
		Schema: [{ Name: 'level', AttributeDataType: 'Number', Mutable: true }],
	});
	const tokens = await newUser('custom', { 'custom:level': '7' }, custom);

	const { id } = await verified(tokens, custom);

	assert.equal(id['custom:level'], '7');
});

test('a user who deletes the account cannot sign in any more', async () => {
	await createUser(client.userPoolId, 'leaver');
	const user = identityUser(client, 'leaver');
	await signInWithSrp(user);

	await promise((callback) => user.deleteUser(callback));

	await refused(signInWithPassword(client, 'leaver'), 'NotAuthorizedException');
	await refused(cognito.adminGetUser({ UserPoolId: client.userPoolId, Username: 'leaver' }),
		'UserNotFoundException', 'User does not exist.');
});

test('the deletion of an account has an answer without a body', async () => {
	const { AccessToken } = await newUser('silent');

	const response = await call('DeleteUser', { AccessToken });

	assert.equal(response.status, 200);
	assert.equal(await response.text(), '');
});

async function newUser(username, attributes = {}, at = client) {
	await createUser(at.userPoolId, username, attributes);
	return tokensOf(at, username);
}

function update(accessToken, attributes) {
	return cognito.updateUserAttributes({ AccessToken: accessToken, UserAttributes: attributeList(attributes) });
}

async function attributesOf(accessToken) {
	const { UserAttributes } = await cognito.getUser({ AccessToken: accessToken });
	return attributeMap(UserAttributes);
}
