import { editorReader } from '../../shared/send/editor';
import { voipNow } from './service';

/** Reads something for a list of the editor. */
export const ask = editorReader(voipNow, 'application/json');
