import { prepared } from '../../../shared/input/badInput';
import { checkShape } from '../../../shared/input/path';
import { isEmpty } from '../../../shared/input/query';
import { voipNow } from '../../api/service';

/** Lists the events of one type: the type is a part of the path, not of the query. */
export const onlyEventType = prepared(function (request) {
	const type = this.getNodeParameter('filters.eventType', '');
	if (isEmpty(type)) return;
	request.url += `/${checkShape(type, voipNow.shapes.eventType)}`;
});
