import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { paginateAdminListGroupsForUser } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoJwtInvalidGroupError } from 'aws-jwt-verify/error';
import { cognito, createPoolAndClient, createUser, tokensOf } from '../fixture/cognito.js';
import { refused, violation } from '../fixture/refusal.js';
import { verified, verify } from '../fixture/tokens.js';

let client;

before(async () => {
	client = await createPoolAndClient();
	await createUser(client.userPoolId, 'alice');
});

test('an unknown group is refused', async () => {
	await refused(addToGroup('alice', 'nowhere'), 'ResourceNotFoundException', 'Group not found.');
	await refused(cognito.getGroup(group('nowhere')), 'ResourceNotFoundException', 'Group not found.');
	await refused(cognito.deleteGroup(group('nowhere')), 'ResourceNotFoundException', 'Group not found.');
});

test('an unknown user is refused', async () => {
	await cognito.createGroup(group('empty'));

	await refused(addToGroup('nobody', 'empty'), 'UserNotFoundException', 'User does not exist.');
});

test('a name that is taken is refused', async () => {
	await cognito.createGroup(group('taken'));

	await refused(cognito.createGroup(group('taken')), 'GroupExistsException', /already exists/);
});

test('a name with a blank fails validation', async () => {
	await refused(cognito.createGroup(group('two words')), 'InvalidParameterException',
		violation('Value \'two words\'', 'groupName', 'satisfy regular expression pattern:'));
});

test('a user without a group has no claim of groups', async () => {
	const { access, id } = await verified(await tokensOf(client, 'alice'), client);

	assert.ok(!('cognito:groups' in access));
	assert.ok(!('cognito:groups' in id));
});

test('groups and roles stand in the tokens', async () => {
	await createUser(client.userPoolId, 'member');
	const role = (name) => `arn:aws:iam::123456789012:role/${name}`;
	await cognito.createGroup({ ...group('readers'), Precedence: 10, RoleArn: role('reader') });
	await cognito.createGroup({ ...group('writers'), Precedence: 5, RoleArn: role('writer') });
	await addToGroup('member', 'readers');
	await addToGroup('member', 'writers');
	await addToGroup('member', 'writers');

	const tokens = await tokensOf(client, 'member');

	const { access, id } = await verified(tokens, client);
	assert.deepEqual([...access['cognito:groups']].sort(), ['readers', 'writers']);
	assert.deepEqual([...id['cognito:groups']].sort(), ['readers', 'writers']);
	assert.deepEqual([...id['cognito:roles']].sort(), [role('reader'), role('writer')]);
	assert.equal(id['cognito:preferred_role'], role('writer'));
	assert.equal(access['cognito:roles'], undefined);
	await verify(tokens.AccessToken, { ...client, tokenUse: 'access', groups: 'writers' });
	await assert.rejects(verify(tokens.AccessToken, { ...client, tokenUse: 'access', groups: 'owners' }),
		CognitoJwtInvalidGroupError);
});

test('a user who leaves a group has no claim of it any more', async () => {
	await createUser(client.userPoolId, 'leaver');
	await cognito.createGroup(group('left'));
	await addToGroup('leaver', 'left');

	await cognito.adminRemoveUserFromGroup({ ...group('left'), Username: 'leaver' });

	const { access } = await verified(await tokensOf(client, 'leaver'), client);
	assert.ok(!('cognito:groups' in access));
});

test('a group is changed and deleted', async () => {
	await createUser(client.userPoolId, 'orphan');
	await cognito.createGroup({ ...group('changing'), Description: 'before', Precedence: 1 });
	await addToGroup('orphan', 'changing');

	await cognito.updateGroup({ ...group('changing'), Description: 'after' });
	const { Group } = await cognito.getGroup(group('changing'));
	await cognito.deleteGroup(group('changing'));

	assert.equal(Group.GroupName, 'changing');
	assert.equal(Group.UserPoolId, client.userPoolId);
	assert.equal(Group.Description, 'after');
	assert.ok(Group.CreationDate instanceof Date);
	const { access } = await verified(await tokensOf(client, 'orphan'), client);
	assert.ok(!('cognito:groups' in access));
});

test('the groups of a user come in pages', async () => {
	await createUser(client.userPoolId, 'joiner');
	const names = ['g1', 'g2', 'g3', 'g4', 'g5'];
	for (const name of names) {
		await cognito.createGroup(group(name));
		await addToGroup('joiner', name);
	}

	const pages = [];
	const request = { UserPoolId: client.userPoolId, Username: 'joiner', Limit: 2 };
	for await (const { Groups } of paginateAdminListGroupsForUser({ client: cognito }, request)) {
		pages.push(Groups.map(({ GroupName }) => GroupName));
	}

	assert.deepEqual(pages.map((page) => page.length), [2, 2, 1]);
	assert.deepEqual(pages.flat().sort(), names);
});

function group(name) {
	return { UserPoolId: client.userPoolId, GroupName: name };
}

function addToGroup(username, name) {
	return cognito.adminAddUserToGroup({ ...group(name), Username: username });
}
