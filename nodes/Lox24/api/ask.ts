import { editorReader } from '../../shared/send/editor';
import { JSON_LD } from './jsonLd';
import { lox24 } from './service';

/** Reads something for the editor: the columns of a group, the entries of a list. */
export const ask = editorReader(lox24, JSON_LD);
