import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeParameters,
	INodeProperties,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { ICredentialsHelper, NodeHelpers, Workflow } from 'n8n-workflow';

import { Lox24Api } from '../../credentials/Lox24Api.credentials';
import { VoipNowApi } from '../../credentials/VoipNowApi.credentials';
import { VoipNowOAuth2Api } from '../../credentials/VoipNowOAuth2Api.credentials';
import { oAuth2Parent } from './oAuth2Parent';

const types: Record<string, ICredentialType> = {
	lox24Api: new Lox24Api(),
	voipNowApi: new VoipNowApi(),
	voipNowOAuth2Api: new VoipNowOAuth2Api(),
	oAuth2Api: oAuth2Parent,
};

/** Hidden fields whose default holds, whatever is stored (`OAUTH_PINNED_FIELDS` of n8n). */
const PINNED = ['useDynamicClientRegistration', 'authUrl', 'accessTokenUrl', 'authentication'];

const NODE: INode = {
	id: 'credential',
	name: 'Credential',
	type: 'credential',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** What n8n's database holds for each credential type; new tokens are written into it. */
export type StoredCredentials = Record<string, ICredentialDataDecryptedObject>;

/**
 * n8n's credential store on top of the values a test gives, with the real credential types. As in
 * n8n's server, values pass through the fields' defaults, conditions and expressions each time
 * they are read, and a new token is stored.
 */
export class TestCredentialsHelper extends ICredentialsHelper {
	constructor(private readonly stored: StoredCredentials) {
		super();
	}

	getParentTypes(name: string): string[] {
		return types[name]?.extends ?? [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { headers } = (types[typeName].authenticate as IAuthenticateGeneric).properties;
		const filled = Object.entries(headers ?? {}).map(([name, value]) => [
			name,
			String(value)
				.replace(/^=/, '')
				.replace(/\{\{ \$credentials\.(\w+) \}\}/g, (_, key: string) => String(credentials[key])),
		]);
		return { ...request, headers: { ...request.headers, ...Object.fromEntries(filled) } };
	}

	/** No credential type of this package has an expirable field, which is what n8n asks for here. */
	async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
	) {
		const changes = await types[typeName].preAuthentication?.call(helpers, credentials);
		return changes as ICredentialDataDecryptedObject | undefined;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('not used by the engine when it runs a node');
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_nodeCredentials: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		_executeData?: unknown,
		raw?: boolean,
	): Promise<ICredentialDataDecryptedObject> {
		const stored = structuredClone(this.stored[type] ?? {});
		return raw ? stored : this.resolved(type, stored, mode);
	}

	async updateCredentials(): Promise<void> {}

	async updateCredentialsOauthTokenData(
		_nodeCredentials: INodeCredentialsDetails,
		type: string,
		{ oauthTokenData }: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.stored[type].oauthTokenData = structuredClone(oauthTokenData);
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		const merged: INodeProperties[] = [];
		for (const parent of this.getParentTypes(type)) {
			NodeHelpers.mergeNodeProperties(merged, this.getCredentialsProperties(parent));
		}
		NodeHelpers.mergeNodeProperties(merged, types[type]?.properties ?? []);
		return merged;
	}

	/** Defaults, conditions and expressions of the fields, as `applyDefaultsAndOverwrites` of n8n. */
	private resolved(
		type: string,
		stored: ICredentialDataDecryptedObject,
		mode: WorkflowExecuteMode,
	): ICredentialDataDecryptedObject {
		const properties = this.getCredentialsProperties(type);
		const { oauthTokenData, ...given } = stored;
		for (const { name, type: kind } of properties) {
			if (kind === 'hidden' && PINNED.includes(name)) delete given[name];
		}
		const values = NodeHelpers.getNodeParameters(
			properties,
			given as INodeParameters,
			true,
			false,
			null,
			null,
		) as ICredentialDataDecryptedObject;
		if (oauthTokenData !== undefined) values.oauthTokenData = oauthTokenData;
		return workflow.expression.getComplexParameterValue(
			NODE,
			values as INodeParameters,
			mode,
			{},
			undefined,
			undefined,
			values,
		) as ICredentialDataDecryptedObject;
	}
}

const workflow = new Workflow({
	nodes: [NODE],
	connections: {},
	active: false,
	nodeTypes: {
		getByName: () => undefined as never,
		getByNameAndVersion: () => ({ description: { properties: [] } }) as never,
		getKnownTypes: () => ({}),
	},
});
