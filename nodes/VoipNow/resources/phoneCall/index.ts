import type { INodeProperties } from 'n8n-workflow';

import { bargeIn, bargeInFields } from './bargeIn';
import { get, getFields } from './get';
import { getAll, getAllFields } from './getAll';
import { hangUp, hangUpFields } from './hangUp';
import { hold, holdFields } from './hold';
import { inviteToConference, inviteToConferenceFields } from './inviteToConference';
import { make, makeFields } from './make';
import { makeCallback, makeCallbackFields } from './makeCallback';
import { monitor, monitorFields } from './monitor';
import { park, parkFields } from './park';
import { pickUp, pickUpFields } from './pickUp';
import { startRecording, startRecordingFields } from './startRecording';
import { stopRecording, stopRecordingFields } from './stopRecording';
import { transfer, transferFields } from './transfer';
import { transferToVoicemail, transferToVoicemailFields } from './transferToVoicemail';
import { unhold, unholdFields } from './unhold';
import { unpark, unparkFields } from './unpark';
import { whisper, whisperFields } from './whisper';

export const phoneCall: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['phoneCall'] } },
		options: [
			...[bargeIn, get, getAll, hangUp, hold, inviteToConference, make, makeCallback, monitor],
			...[park, pickUp, startRecording, stopRecording, transfer, transferToVoicemail, unhold],
			...[unpark, whisper],
		],
		default: 'make',
	},
	...bargeInFields,
	...getFields,
	...getAllFields,
	...hangUpFields,
	...holdFields,
	...inviteToConferenceFields,
	...makeFields,
	...makeCallbackFields,
	...monitorFields,
	...parkFields,
	...pickUpFields,
	...startRecordingFields,
	...stopRecordingFields,
	...transferFields,
	...transferToVoicemailFields,
	...unholdFields,
	...unparkFields,
	...whisperFields,
];
